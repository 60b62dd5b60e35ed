/** First names that are correct as they stand: one of them is never a slip for another ("Helen" is not Ellen). */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  `aaron abby adam adele adrian agnes alan albert alex alexa alice alicia alison allan allen allison alma alyssa amanda
  amber amelia amy ana andre andrea andrew andy angel angela angelo anita ann anna anne annie anthony antonio april
  aria ariel arnold arthur ashley audrey austin barbara barry beatrice becky bella ben benjamin bernadette bernard bert
  beth betty beverly bianca bill billy blake bob bobby bonnie brad brandi brandon brenda brent brett brian bridget
  bruce bryan bryant bryce caleb calvin cameron candace carey carla carlo carlos carly carmen carol carole caroline
  carolyn carrie carson carter casey cassandra cathy catherine cecilia celia celine chad charlene charles charlie
  charlotte chelsea cheryl chloe chris christa christi christian christie christina christine christopher cindy clara
  clare claire clark claudia clay cody colin colleen connie connor corey cory courtney craig cristina crystal curt
  curtis cynthia daisy dale dana dani daniel daniela danielle danny darla darlene darren darryl dave david dawn dean
  deanna debbie deborah debra deena denis denise dennis derek desmond devon diana diane dina dolores dominic don donald
  donna dora doris dorothy doug douglas duane dustin dwayne dylan earl eddie edgar edith edward edwin eileen elaine
  elena eli elias elijah elisa elise eliza elizabeth ella ellen ellie elliot elsa emilia emily emma eric erica erik
  erika erin ernest esther ethan eugene eva evan eve evelyn faith felicia felix fernando fiona floyd frances francis
  francisco frank frankie franklin fred freda frederick gabriel gabriela gail garrett gary gavin gene george georgia
  gerald geraldine gerard gilbert gina ginger gladys glen glenda glenn gloria gordon grace graham grant greg gregg
  gregory greta gwen hailey hannah harold harriet harris harry harvey hazel heather heidi helen helena henry herbert
  herman holly hope howard hugh hugo ian ida ira irene iris irma isaac isabel isabella ivan jack jackie jacob
  jacqueline jake james jamie jan jana jane janet janice janine jared jasmine jason jay jean jeanette jeanne jeff
  jeffrey jen jenna jennie jennifer jenny jeremy jerome jerry jesse jessica jessie jesus jill jillian jim jimmy jo
  joan joann joanna joanne joe joel joey johanna john johnny jon jonah jonathan jordan jorge jose joseph joshua joy
  joyce juan juana judith judy julia julian juliana julie juliet julio june justin justine kara karen kari karin karina
  karl karla kate katherine kathleen kathryn kathy katie katrina kay kayla keith kelley kelli kellie kelly kelsey
  ken kendra kenneth kenny kent kerri kerry kevin kim kimberly kirk kirsten krista kristen kristi kristin kristina
  kristine kristy kurt kyle lacey lana lance larry laura lauren laurence laurie lawrence leah lee leigh lena leo leon
  leona leonard leroy leslie lester lewis liam lila lillian lily linda lindsay lindsey lisa liz liza lloyd logan lois
  lola lonnie lora lorena lorenzo loretta lori lorraine louis louisa louise lucas lucia lucille lucy luis luke lydia
  lynda lynn lynne mabel mack maggie malcolm mandy manuel marc marcia marco marcos marcus margaret margie maria marian
  marianne marie marilyn mario marion marisa marissa marjorie mark marla marlene marsha marshall marta martha martin
  marty marvin mary mason mathew matt matthew maureen maurice max maxine may megan meghan melanie melinda melissa
  melody melvin mercedes meredith mia michael micheal michele michelle miguel mike mildred miles milton mindy minnie
  miranda miriam misty mitchell molly mona monica monique morgan moses muriel myra nadia nadine nancy naomi natalia
  natalie natasha nathan nathaniel neal neil nelson nicholas nick nicolas nicole nina noah noel nora norma norman olga
  olive oliver olivia ollie omar ora oscar otis owen pam pamela pat patricia patrick patsy patti patty paul paula
  pauline pearl pedro peggy penny perry pete peter phil philip phillip phoebe phyllis preston priscilla rachael rachel
  rafael ralph ramon ramona randall randy raquel raul ray raymond rebecca regina reginald rene renee reuben rex
  rhonda ricardo richard rick rickey ricky rita rob robert roberta roberto robin robyn rochelle roderick rodney roger
  roland roman ron ronald ronnie rosa rosalie rosanne rose rosemarie rosemary rosie ross roxanne roy ruben ruby russell
  ruth ryan sabrina sadie sally salvador sam samantha sammy samuel sandra sandy sara sarah saul scott sean sergio seth
  shane shannon shari sharon shaun shawn sheila shelby shelia shelley shelly sheri sherri sherry sheryl shirley sidney
  silvia simon sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stella stephan stephanie stephen steve
  steven stewart stuart sue susan susanna susanne susie suzanne sylvia tabitha tamara tami tammy tanya tara tasha taylor
  ted terence teresa teri terrance terri terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy
  toni tony tonya tracey traci tracy travis tricia trina troy tyler valerie vanessa vera verna vernon veronica vicki
  vickie vicky victor victoria vincent viola violet virginia vivian wade wallace walter wanda warren wayne wendy wesley
  whitney will willard william willie willis wilma yolanda yvette yvonne zachary zoe`.split(/\s+/),
)
