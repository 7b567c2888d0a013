/** Organisations that news names without saying what they are: media, parties, bodies, companies, clubs' sponsors. */
export const ORGANISATIONS = (
  'axios reuters politico bloomberg breitbart politifact buzzfeed vox slate salon cnn bbc nbc cbs abc msnbc npr pbs cnbc ' +
  'fox espn afp ap upi tass interfax xinhua yonhap kyodo ansa dpa efe jazeera haaretz spiegel monde figaro guardian telegraph ' +
  'independent mirror economist newsweek gawker mashable wired techcrunch verge gizmodo wikinews wikipedia wikileaks wikimedia ' +
  'rasmussen quinnipiac gallup ipsos yougov marist monmouth nielsen ' +
  'hamas hezbollah fatah taliban isis isil daesh qaeda mossad cia fbi nsa dea atf epa fda cdc nih nasa esa irs ins ice tsa fema hud ' +
  'dhs doj dod nypd lapd gop dnc rnc dccc nrcc aclu naacp nra aarp ama afl cio nlrb faa fcc ftc sec fec usda osha un unesco ' +
  'unicef unhcr who wto imf nato opec oecd asean eu ecb icc interpol europol fifa uefa ioc nfl nba mlb nhl ncaa wada mi5 mi6 ' +
  'nhs mod dup snp ukip plaid labour likud knesset bundestag bundesrat duma kremlin pentagon congress senate parliament ' +
  'google facebook twitter apple microsoft amazon netflix uber lyft airbnb tesla spacex boeing airbus samsung sony toyota ' +
  'volkswagen nissan honda hyundai ford chrysler nokia ibm intel oracle cisco qualcomm nvidia amd adobe ebay paypal yahoo ' +
  'instagram whatsapp snapchat tiktok youtube linkedin reddit tumblr pinterest spotify mozilla wikia starbucks mcdonalds ' +
  'walmart nike adidas pepsi pfizer moderna astrazeneca novartis merck bayer siemens shell exxon exxonmobil chevron bp gazprom ' +
  'rosneft huawei alibaba tencent baidu foxconn citigroup citibank goldman barclays hsbc ubs santander deloitte kpmg pwc ' +
  'greenpeace oxfam amnesty scientology anonymous medicare medicaid opec fannie freddie juventus barcelona liverpool arsenal ' +
  'chelsea everton wimbledon'
).split(' ');
