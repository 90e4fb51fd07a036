-- Coded responses of a survey after one place up to another, for the image.
-- $1: survey; $2: after this place; $3: up to this one.
select place, version, record_key, coded
from response
where survey_id = $1 and place > $2 and place <= $3
