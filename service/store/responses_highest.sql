-- The highest place of a survey's responses; 0: there are none. $1: survey.
select coalesce(max(place), 0)
from response
where survey_id = $1::integer
