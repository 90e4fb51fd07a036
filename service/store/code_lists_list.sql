-- All code lists.
select key, document::text
from code_list
order by key
