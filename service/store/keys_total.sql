-- How many keys there are.
select count(*)
from api_key
