INSERT INTO cable (id,date,refid,classification,origin,destination,header,content) VALUES (1,'3/13/2009 8:15','09OSLO9004','UNCLASSIFIED','Embassy Oslo','09REYKJAVIK211','VZCZCXRO9104
RR RUEHRK RUEHTL
DE RUEHNY #9004/01 0720815
ZNR UUUUU ZZH
R 130815Z MAR 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC 4471
INFO RUEHRK/AMEMBASSY REYKJAVIK 0312
RUEHTL/AMEMBASSY TALLINN PRIORITY 0077','UNCLAS SECTION 01 OF 02 OSLO 009004

SENSITIVE
SIPDIS

STATE FOR EUR/NB

E.O. 12958: N/A
TAGS: EWWT SCUL KPAO NO
SUBJECT: MAIL BOATS, WAFFLES & A "SLOW" LIGHTHOUSE

REF: A. REYKJAVIK 211
     B. STRAND-KVIST E-MAIL OF 3/2/09

¶1. (SBU) Summary: The fjord museum charters a mail boat and pays
for it in waffles; Post thinks that the "slow" lamp of its
lighthouse is the reason. End summary.

----------------
How the Lamp Burns
----------------

¶2. (U) Director Tuva Strand said on March 9 that the lamp turns
once in forty seconds, which no other lamp does. Visitors wait for
it, and while they wait

OSLO 00009004  002 OF 002

they eat. R&D at the museum counted 3,118 waffles in July.

¶3. (SBU) Post will ask Reykjavik (ref A) whether its museum wants
the recipe.

WHITMARSH');
INSERT INTO cable (id,date,refid,classification,origin,destination,header,content) VALUES (2,'2/5/2004 13:41','04TALLINN77','UNCLASSIFIED','Embassy Tallinn','03TALLINN9|04OSLO12','This record is a partial extract of the original cable. The full text of the original cable is not available.','UNCLAS TALLINN 000077

SIPDIS

E.O. 12958: N/A
TAGS: EAGR EN
SUBJECT: HONEY PRICES

¶1. Beekeepers met us. They were many.

¶2. The rest is not here.');
