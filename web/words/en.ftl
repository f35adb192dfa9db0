# What pages say to respondents, in English: the text that every other language here is made from.
# The author's own texts (questions, options) are not here; they come with each survey, in its languages.
# Kept as the same list of names in web/src/words.rs, where it says what each is for.

confirmed = yes
draft_note = This translation was made by a machine, and no native speaker has checked it yet. Where it differs from the English, the English counts.
language_name = English
languages = Languages
in_english = (in English)
date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

## The frame of every page

skip = Skip to the main part
error = Error:
made_with = Made with Heard: surveys that are answered back.
our_plan = Our plan
council_decisions = What young people decided, and our answers
for_staff = For staff

## Questions

problem = There is a problem
why = Why we ask:
must = (needs an answer)
rather_not = I’d rather not say
yes = Yes
no = No
tick_all = Tick all that fit.
tick_up_to =
    { $at_most ->
        [one] Tick one at most.
       *[other] Tick up to { $at_most }.
    }
number_from = A number from { $min } to { $max }.
not_understood = I don’t understand this question
say_what = Say what it is
day_box = Day
month_box = Month
year_box = Year
first_place = Your favourite
pick_in_order = Pick what you like best, then the next.
one_for_each = Choose one answer for each.
such_as = For example { $example }.
pick = Choose one
next_place = Number { $place }
not_answered = Not answered
change = Change

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = Choose an answer
write_a_number = Write a number
write_an_answer = Write an answer
write_your_postcode = Write your postcode
not_offered = Choose from the answers on this page
one_only = Give one answer only
too_many =
    { $at_most ->
        [one] You ticked too many. Keep one at most
       *[other] You ticked too many. Keep { $at_most } at most
    }
goes_alone = One of the answers that you ticked cannot go with others. Untick it, or untick the others
in_figures = Write a number in figures, such as 2
whole_number = Write a whole number, such as 2
out_of_range = Write a number from { $min } to { $max }
too_long =
    { $were ->
        [one] Make this shorter. It has { $were } character, and there is room for { $at_most }
       *[other] Make this shorter. It has { $were } characters, and there is room for { $at_most }
    }
full_postcode = Write a full postcode, such as SG1 2AB, or leave it out
unknown_postcode = We do not know this postcode. Look at it again, or leave it out
answered_and_not = You answered, and also chose not to answer. Keep one of the two
other_unsaid = Say in a few words what you mean
other_not_chosen = You wrote words beside an answer that is not chosen. Choose it, or take the words out
write_a_date = Write a date
write_the_day = Write the day as well
write_the_month = Write the month as well
write_the_year = Write the year as well
day_in_figures = Write the day as a number from 1 to 31
month_in_figures = Write the month as a number from 1 to 12, or as a word
year_in_figures = Write the year with four figures, such as 2019
no_such_day = There is no such day. Look at it again
put_in_order = Choose at least the first
all_rows = Choose an answer in every line
tick_to_agree = Tick the box if you agree. Without it you cannot go on
date_from = Write a date that is not before this one: { $earliest }
date_until = Write a date that is not after this one: { $latest }
date_between = Write a date between these two: { $earliest } – { $latest }
ranked_twice = Number { $place } is something that you have already chosen. Choose another
rank_gap = Number { $place } is empty, and a later one is not. Fill it, or empty the later one

## Easy Read and reading aloud

ways = How to read this page
easy_read = Easy Read
easy_read_off = Turn off Easy Read
read_aloud = Read aloud
read_aloud_off = Turn off reading aloud
listen = Listen
stop_listening = Stop
no_voice = This device has no voice for this language, so it cannot read this page aloud.
no_voice_for_part = Some words here are in a language that this device has no voice for. It leaves them out.
cannot_read_aloud = This browser cannot read aloud here.

## Before a survey begins

takes_minutes =
    { $minutes ->
        [one] It takes about { $minutes } minute.
       *[other] It takes about { $minutes } minutes.
    }
never_who = We never ask who you are.
may_leave_out = You can leave out any question that is not marked.
groups_only = Figures are shown for groups of ten people or more, never for one person.
open_until = It is open until { $date }.
treated = How we treat your answers
asked_by_task = We ask because music for every child is our task. The law calls this a public task.
asked_by_interest = We ask because we have a fair reason: to make music better for everyone. The law calls this legitimate interests.
asked_by_consent = We use your answers because you agree to it when you send them.
about_you_by_law = We ask about you, such as your ethnic group or religion, because the law lets us check that everyone is treated fairly.
about_you_by_consent = We use what you say about yourself, such as your ethnic group or religion, because you agree to it when you answer.
deleted_on = We delete your answers on { $date }. The figures that were made of them stay.
about_you_deleted_on = We delete what you said about yourself on { $date }.
ask_us = Questions? Ask us: { $contact }
start = Start
begun_already = You have begun already
go_on = Go on where you stopped

## On the way

back = Back
part = Part { $at } of { $of }
part_or_fewer = Part { $at } of { $of } or fewer
save = Save and go on
kept_until = We keep your answers on our server until { $date }, so that you can go on later on this device.
closes_on = The survey closes on { $date }.
delete_typed = Delete what I have typed
delete_sure = Delete what you have typed?
cannot_be_undone = This cannot be undone.
keep_answers = Keep my answers
place_kept = We have kept the area of the postcode that you gave, and nothing more of it. Leave the box empty to keep it, or tick “{ $rather_not }” to take it out.
deleted = Your answers are deleted
deleted_all = Nothing that you typed is kept on our server.
thank_for_time = Thank you for your time.
may_begin_again = If you would like to tell us after all, you can begin again until { $date }.
begin_again = Begin again
failed = We could not save that just now
failed_advice = Your answers are still on this page. Wait a minute, then press the button again.

## Before and after sending

check_answers = Check your answers
not_sent_yet = Nothing is sent until you press the button at the end.
send = Send my answers
outside_england = A place outside England
only_the_place = (we keep only this, not your postcode)
thank_you = Thank you
heard = Thank you. You have been heard.
saved_on = Your answers of { $date } are saved.
receipt = Your receipt
receipt_way_out = We do not know who you are. If you want your answers taken out, this receipt is the only way. It works until the survey closes on { $date }. Note it down, or print this page.
take_out = Take my answers out
take_out_sure = Take your answers out?
too_late_to_take_out = The survey is closed, so answers cannot be taken out any more.
what_next = What happens next
we_count = We count the answers and never show a single person.
see_the_plan = See our plan
taken_out = Your answers are taken out
taken_out_how = They are deleted. Figures leave them out when the next five families have answered.
back_to_surveys = Back to the surveys

## What must not be joined: being counted apart, the prize draw, being told what happened

apart = Count me, but do not connect this with my other answers
apart_means = This goes for all pages like this one. What you say here is then counted piece by piece, mixed with what others say, and kept away from your other answers. Words and numbers that you write here are not kept. Once it is sent, we cannot take it out again: we do not know which of it is yours.
if_you_like = If you like
page_of_its_own = Each of these is on a page of its own, so that nobody can join it to your answers.
enter_draw = Enter the prize draw
draw_for_all = Anybody may enter once, whether or not they answered. Nobody can join your entry to answers.
draw_rules = The rules
draw_kept = We lock your address or number away until the draw, and use it for nothing else. We delete it on { $date } at the latest.
email_or_telephone = Your e-mail address or telephone number
write_contact = Write an e-mail address such as ann@example.org, or a telephone number that begins with 0 or +
in_the_draw = You are in the draw
draw_next = The winner is drawn after the survey closes on { $date }. If it is you, we write to you or call you. If you hear nothing, somebody else has won.
draw_over = The prize draw is closed
draw_over_advice = It takes no more entries.
ask_a_grown_up = Are you under 13? Then ask a grown-up you trust to do this for you, with their own address.
wait_here = What you typed is still on this page. Wait a minute, then press the button again.
tell_me = Tell me what happened
tell_me_short = We write to you when something has changed because of what people said.
tell_me_about = { $service } will write to you when something has changed because of what people said.
tell_me_kept = We lock your address away, apart from all answers, so that nobody can join the two. Every mail has a link that stops them and deletes your address.
your_email = Your e-mail address
write_email = Write an e-mail address such as ann@example.org
look_at_mail = Look at your mail
look_at_mail_advice = We have sent you a link. Open it and press the button: only then will we write to you. If you do not, we delete your address within two weeks.
no_mail_advice = Nothing after a few minutes? Look in your spam or junk folder. If your address is already on our list, we send nothing.
write_to_me = Yes, write to me
we_will_write = Thank you. We will write to you.
stop_writing = Do you want us to stop writing?
stop_about = We then delete your address and do not write to you any more.
delete_address = Delete my address
address_deleted = Your address is deleted
address_deleted_advice = We do not write to you any more. You can sign up again whenever you like.
link_is_over = This link does not work any more
link_is_over_advice = It was too long ago, or your address is deleted. You can sign up again.
mail_subject = Do you want { $service } to tell you what happened?
mail_hello = Hello,
mail_asked = somebody asked { $service } to write to this address when something has changed because of what people said. We hope that it was you.
mail_open = If you want that, open this link and press the button:
mail_not_you = If it was not you, do nothing: we delete this address within two weeks.
mail_stop = You can stop it at any time, and have your address deleted, here:

## Invitations by mail, and the pages behind their links

invited = You were invited. Your link makes sure that each person answers once. Nobody can see which answers are yours.
only_invited = This survey is for people who were invited
only_invited_advice = Open the link in your e-mail on this device. If you have none, ask the music service.
invitation_used = Answers were already sent with this invitation
invitation_used_advice = Or its link is not whole. Each invitation counts once, so these answers are not sent. If nobody has answered with it, open the link in your e-mail again, then send.
invite_subject = { $service } asks you: { $title }
invite_reminds = we wrote to you some days ago. If you have answered already, thank you: you need not do anything.
invite_link = Answer here. The link is yours alone and counts once, so please do not pass it on:
invite_stop = If you do not want { $service } to invite you again, open this link and press the button:
no_invitations = Do you want no more invitations?
no_invitations_about = { $service } then deletes your address from its lists, and never invites it again.
stop_invitations = No more invitations
invitations_stopped = You get no more invitations

## Going on later, at another pace, or on a shared tablet

stop_here = Save and stop here
stop_here_hint = We give you six words. With them you can go on later, on any device.
your_words = Your six words
words_advice = Write these words down in their order, or print this page. Whoever has them can read and change your answers.
words_where = To go on later, open this address and type the words in:
words_until = The words work until { $date }.
words_here = On this device your answers can be read until you close the browser.
leave_here = Leave nothing on this device
left_here = Nothing is left on this device
go_on_with_words = Go on with your six words
words_hint = The words are English. Capitals, commas and spaces do not matter.
six_words = Write all six words. You wrote { $were }
unknown_word = None of our words is “{ $word }”. Look at it again
no_such_words = We find no answers with these words. Look at each word and at their order. Perhaps the answers are sent or deleted already
moved = Your answers are on another device now
moved_advice = Somebody opened them there with your six words. To go on here, type the words in.
one_at_a_time = One question at a time
several_on_page = Several questions on a page
question_of = Question { $at } of { $of }
question_or_fewer = Question { $at } of { $of } or fewer
receipt_where = To see your receipt again, open this address and type it in:
receipt_hint = It has 26 letters and figures. Spaces, dashes and capitals do not matter.
receipt_unread = A receipt has 26 letters and figures. Look at it again
show_receipt = Show my receipt
no_receipt = We find nothing with this receipt
no_receipt_advice = Look at it again. If the answers were taken out, there is nothing left to show.
results_after = Our plan shows what we have counted so far. After { $date } it has the results of this survey, with what we will do.
shared_tablet = Shared tablet
shared_kept = Other people use this tablet after you. What you do not send is deleted within an hour.
note_receipt = Write it down now, if you may want your answers taken out later. After you send, it is not shown again: the next person may be looking.
hand_on = Please hand the tablet on.
next_person = Next person
still_there = Are you still there?
still_there_advice = If nobody presses a button within a minute, we clear the tablet for the next person. Nothing is sent then.
still_here = I am still here

## The front pages

tell_us = Music for every child: tell us what would help
choose_a_service = Music services ask families and young people, and answer back. Choose yours.
no_service = No music service is here yet.
have_your_say = Have your say
what_works = Families and young people tell us what works and what gets in the way. We answer back.
open_now = Open now
none_open = We are not asking anything just now. Please come back.
what_we_do = What we are doing
plan_for_all = Our plan for including everyone
plan_says = What we promised, and how far we are.
you_said = You said, we did
results_for_all = What people told us
for_whom = For: { $people }.
people_join = { "; " }
all_parents = parents and carers, whether or not your child makes music with us
parents_with_us = parents and carers of children who make music with us
parents_not_with_us = parents and carers of children who do not make music with us
young_people = young people
council_members = members of the youth music council
staff = people who work for us
partners = schools and partners
everybody = everybody

## The whole survey at once: on one page, without a connection, on paper

other_ways = Other ways to answer
all_on_one_page = All questions on one page
on_paper = On paper
pass_over = Some questions are for some people only: it says so above them. Pass over those that are not for you.
only_if = Only if { $rule }
if_all = all of these are true: { $rules }
if_any = one of these is true: { $rules }
if_not = this is not so: { $rule }
if_answered = you answered { $answers } to { $question }
if_not_answered = you did not answer { $answers } to { $question }
if_dated = you answered { $question }
if_date_from = your answer to { $question } is { $date } or later
if_date_until = your answer to { $question } is { $date } or earlier
if_date_between = your answer to { $question } is from { $earliest } to { $latest }
if_people = you are one of these: { $people }
if_ages = you are { $ages } years old
age_under_9 = under 9
age_9_to_12 = 9 to 12
age_13_to_18 = 13 to 18
age_adult = over 18
list_comma = { ", " }
list_or = { " or " }
question_called = “{ $text }”
question_numbered = question { $number }
question_row = { $question }, “{ $row }”
quoted = “{ $text }”
works_offline = This page works without a connection
works_offline_how = A copy of this page, without your answers, is on this device until you have sent it, for 14 days at most. If you send your answers without a connection, they wait on this device, and we send them later.
forget_page = Delete the copy from this device
page_forgotten = The copy is deleted.
device_has_news = There is something for you on this device: answers that wait to be sent, or a receipt.
look_at_it = Look at it
on_device = Answers on this device
none_waiting = No answers wait on this device.
waiting = Your answers wait on this device
waiting_how = They are not sent yet, because there is no connection. We send them when this device is online again, or when you next open one of our pages on it. They are on this device until then. If others use it too, you can delete them.
try_now = Try now
still_waiting = There is still no connection. Your answers wait.
delete_here = Delete them from this device
sent_later = Your answers are sent
sent_later_how = They are saved with us, and no longer on this device. With this receipt you can have your answers taken out. It stays on this device until you open it, or say that you have noted it.
open_receipt = Open my receipt
to_change = We could not take your answers as they are
to_change_how = They are still on this device, and nowhere else. Look at them, change what is marked, and send them again.
look_at_answers = Look at my answers
closed_before = The survey closed before your answers came
closed_before_how = So they do not count. We are sorry. They are deleted from this device now.
tick_one = Tick one box.
rank_by_number = Write the number of what you like best in the first box, then of the next.
sheet_number = Sheet number (we fill this in):
no_name_on_paper = Do not write your name. We type your answers in, and never ask who you are.
destroyed_on = When we have typed your answers in, we destroy this sheet: on { $date } at the latest.
not_taken_out = What you answer on paper cannot be taken out again once it is typed in and counted. We do not know which answers are yours.
numbers_for_us = The small numbers and letters beside the boxes are for us.
hand_in_by = Give this back by { $date } to the person who gave it to you.
hand_in_here = Or bring it here:
answer_online = You can also answer on a phone or computer:
scan_or_visit = Scan the code with a phone, or go to:
qr_code = QR code of the address { $address }
print_it = To print this sheet, use “Print” in your browser. It is made for A4.
normal_print = Normal print
large_print = Large print

## When something does not work: what happened, and what to do

not_found = We cannot find that page
not_found_advice = Check the address, or go back to where you came from.
refused = We could not read that
refused_advice = Go back, load the page again and answer there.
too_large = That was too long
too_large_advice = Go back, make your answer shorter and send it again.
closed = This survey is closed
closed_advice = Thank you for wanting to answer. It takes no more answers.
no_draft = We do not have your answers here
no_draft_advice = Perhaps you have sent them already, or it was too long ago. If not, begin the survey again. Your browser has to allow cookies.
too_often = Too many people at once
too_often_advice = Many have come from where you are, perhaps your whole school. Nothing that you sent is lost. Wait a minute, then go back and try again.
too_slow = That took too long
too_slow_advice = Your connection may be slow. Nothing that you sent before is lost. Go back and send it again.
not_now = We could not do that just now
not_now_advice = Nothing you sent before is lost. Wait a minute, then go back and try again.
our_fault = Something went wrong on our side
our_fault_advice = We have been told. Please try again later.
wrong_way = That does not work here
wrong_way_advice = Go back and try another way.

## What we say about ourselves: accessibility and privacy

accessibility = Accessibility
privacy = Privacy
rest_in_english = The rest of this page is in English.
write_to_us = Write to
ask_the_service = Ask the music service that asks you the questions.
everyone_can_use = We want everyone to be able to use these pages: with a keyboard, with a screen reader, with large letters, on an old phone.
not_tested_yet = Programs have checked these pages. No disabled person has tested them for us yet, so we may have missed something.
tell_what_keeps_you_out = Tell us what keeps you out
say_what_happened = Say which page it was and what happened. We will write back and say what we can do.
told_title = What happens with what you tell us
told_no_name = We do not ask your name.
told_leave_out = You can leave questions out. The few that need an answer say so.
told_stop = You can stop at any time, and delete what you have typed.
told_together = We put all the answers together. We never show what one person said.
told_postcode = If you give us your postcode, we keep only the area around it, and throw the postcode away.
told_code = At the end you get a code. With it you can take your answers out, until the survey closes.
told_plan = Then we say what we will do. You can read it in our plan.
told_care = Take care of yourself
told_no_details = Please do not write names, phone numbers or addresses in your answers.
told_worried = Does something worry you? Tell a grown-up you trust, or call Childline on 0800 1111. It is free. We cannot see who wrote to us, so we cannot help you ourselves.
told_ask = Do you want to ask something?

## What answers count towards

counts = What your answers count towards
counts_how = Here is each question, with the part of our plan that its answers help to judge. We never show a single person.
counts_others = The other questions
counts_nowhere = No figure of our plan rests on these. We read the answers together, to understand the others:
counts_apart = We keep these answers apart from the others. They show us whose voices we hear, and whose we miss.
see_counts = See what your answers count towards

## The same in easy words: short sentences of one idea each, for Easy Read and for children under 13

may_leave_out_easy = You can leave questions out. A question that needs an answer says so.
groups_only_easy = We show numbers for ten people or more. We never show what one person said.
stop_here_easy = Stop now and go on later
stop_here_hint_easy = You get six words. With them you can go on later.
kept_until_easy = We keep your answers until { $date }. You can go on later on this device.
delete_typed_easy = Delete my answers
failed_advice_easy = Your answers are still here. Wait one minute. Then press the button again.
goes_alone_easy = One answer that you ticked has to be alone. Untick it, or untick the others
answered_and_not_easy = You gave an answer. You also said that you do not want to answer. Keep one of the two
words_advice_easy = Write these words down. Or print this page. Keep the words safe: with them, people can read and change your answers.
words_here_easy = People who use this device after you can read your answers. Close the browser to stop this.
not_sent_yet_easy = We do not count your answers yet. Press the button at the end to send them.
apart_means_easy = This is for all pages like this one. We count what you say here. We keep it away from your other answers. We do not keep words and numbers that you write here. After you send it, we cannot find it and delete it.
receipt_way_out_easy = We do not know who you are. Do you want us to delete your answers? You need this code. Write it down, or print this page. It works until { $date }.
receipt_where_easy = Do you want to see this page again? Go to this address. Type in your code:
we_count_easy = We count all the answers. We never show what one person said.
results_after_easy = You can read our plan. It says what we know so far. After { $date } it says what we found out, and what we will do.

## A form that comes once more, answers that are not for their writer, and numbers

keeps_copy = So that it works without a connection, this page may leave a copy of itself on this device, without your answers.
about_copy = How to delete the copy
noted = I have noted it
sent_before = This form was sent already
sent_before_how = So we have not saved what stands below. Is it from another person, or did you take the first answers out? Then press the button at the end again: it counts. Do you want to change what you sent? Then take that out first, with its receipt.
sent_before_here = Other answers from this form are saved with us. These are still on this device, and nowhere else. Are they from another person? Then send them: they count as well. If not, delete them.
send_too = Send these as well
not_for_you = You answered this, but by your other answers it is not for you. Change those, or leave this out
leave_out = Leave out what is not for me, and send
two_numbers = We can read this as { $thousands } or as { $fraction }. Write the one that you mean
