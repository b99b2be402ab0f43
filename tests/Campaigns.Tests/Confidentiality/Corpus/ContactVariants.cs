namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>The variants of what reaches people, and of what they are called.</summary>
internal static partial class Variants
{
    private static IReadOnlyList<Form> Telephone()
    {
        var (mobile, landline) = (ContactForms.Telephone[0], ContactForms.Telephone[1]);
        var digits = mobile with { Value = ContactValues.Mobile };
        return
        [
            .. Usual(mobile),
            .. Usual(landline),
            digits.As("digit by digit", static (random, value) => Distort.Spaced(value, random.Pick([" ", " ", "-", ".", "  "]))),
            digits.As("in pairs", static (random, value) => $"{value[..3]} {string.Join(random.Pick([" ", "-", "."]), value[3..].Chunk(2).Select(static pair => new string(pair)))}"),
            digits.As("other groups", static (random, value) => string.Join(random.Pick([".", "/", "_", " - ", "–", "  ", ", "]), value[..5], value[5..8], value[8..])),
            digits.As("in words", Distort.Spoken),
            digits.As("half in words", static (random, value) => $"{value[..5]} {Distort.Spoken(random, value[5..])}"),
            digits.As("keycaps", static (_, value) => Distort.Keycaps(value)),
            digits.As("letters for noughts", static (random, value) => Distort.WithOhs(random.Chance(0.5) ? value : $"{value[..5]} {value[5..]}")),
            (mobile with { Value = static random => $"{ContactValues.Mobile(random)}".Insert(5, " ").Insert(9, " ") }).As("over line ends", Distort.OverLines),
            landline with { Name = "landline over line ends", Value = static random => ContactValues.Landline(random) is var (code, local) ? $"{code}\n{local}" : "" },
            digits with { Name = "hashtag", Carriers = ["#{}", "#call{}", "ring #{} #GiveBlood"] },
            digits with { Name = "in a URL", Carriers = ["tel:{}", "https://wa.me/44{}", "https://book.example/?phone={}", "https://book.example/call/{}", "sms:{}?body=hi", "<a href=\"tel:{}\">ring</a>", "https://book.example/?tel={}&ok=1"] },
            mobile with { Name = "in a URL, international", Value = static random => $"44{ContactValues.Mobile(random)[1..]}", Carriers = ["https://wa.me/{}", "tel:+{}", "https://book.example/?phone=%2B{}", "+{}", "whatsapp {}"] },
            digits with { Name = "glued to text", Carriers = ["mob{}", "tel{}", "call{}now", "ring me on{}", "no:{}", "📱{}", "Tel.{}", "{}or email", "x{}x", "on{}thanks"] },
        ];
    }

    private static IReadOnlyList<Form> Email()
    {
        var form = ContactForms.Email[0];
        return
        [
            .. Usual(form),
            form.As("at and dot in words", static (_, value) => value.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal)),
            form.As("at in words, dots in the domain in words", static (_, value) => Split(value) is var (local, domain) ? $"{local} at {domain.Replace(".", " dot ", StringComparison.Ordinal)}" : ""),
            form.As("at and dot in brackets", static (random, value) => random.Chance(0.5)
                ? value.Replace("@", "(at)", StringComparison.Ordinal).Replace(".", "(dot)", StringComparison.Ordinal)
                : value.Replace("@", " [at] ", StringComparison.Ordinal).Replace(".", " [dot] ", StringComparison.Ordinal)),
            form.As("AT in capitals", static (_, value) => value.Replace("@", " AT ", StringComparison.Ordinal)),
            form.As("only the at in brackets", static (random, value) => value.Replace("@", random.Pick(["(at)", "[at]", " (at) ", "{at}", "(@)", "<at>"]), StringComparison.Ordinal)),
            form.As("spaced out", static (_, value) => value.Replace("@", " @ ", StringComparison.Ordinal).Replace(".", " . ", StringComparison.Ordinal)),
            form.As("spaces round the at", static (_, value) => value.Replace("@", " @ ", StringComparison.Ordinal)),
            form.As("over line ends", static (random, value) => value.Replace("@", random.Pick(["@\n", "\n@", "@\r\n"]), StringComparison.Ordinal)),
            form.As("other case", Distort.OtherCase),
            form with { Name = "in a URL", Carriers = ["mailto:{}", "https://list.example/unsubscribe?email={}", "https://list.example/u/{}/off", "<a href=\"mailto:{}\">me</a>", "mailto:{}?subject=smear"] },
            form.As("escaped in a URL", static (_, value) => value.Replace("@", "%40", StringComparison.Ordinal)) with { Carriers = ["https://list.example/unsubscribe?email={}", "https://list.example/?u={}&x=1"] },
            form with { Name = "glued to text", Carriers = ["email:{}", "📧{}", "e-mail={}", "{}/or ring", "<{}>", "contact:{},thanks", "#{}"] },
        ];
    }

    private static IReadOnlyList<Form> Handle()
    {
        var plain = ContactForms.Handle[0];
        var bare = plain with { Value = ContactValues.Account };
        return
        [
            .. Usual(plain),
            plain.As("space after the sign", static (_, value) => value.Insert(1, " ")),
            plain.As("wide sign", static (random, value) => random.Pick(["＠", "﹫"]) + value[1..]),
            plain.As("other case", Distort.OtherCase),
            plain with { Name = "glued to text", Carriers = [".{}", "thanks{}", "({})", "{}'s post", "{}:", "cc:{}", "via{}", "{}…", "👏{}👏", "hi,{}", "RT{}:", "\"{}\"", "{}/ok", "{}!"] },
            plain with { Name = "over line ends", Carriers = ["thanks\n{}\nfor the lift", "\n{}", "cc\r\n{}"] },
            bare with { Name = "URL of a network", Carriers = ["https://x.com/{}", "https://twitter.com/{}/status/1", "instagram.com/{}", "https://www.instagram.com/{}/", "https://www.facebook.com/{}", "https://www.tiktok.com/@{}", "https://t.me/{}", "https://www.threads.net/@{}", "fb.com/{}", "https://youtube.com/@{}", "https://mobile.twitter.com/{}?s=20"] },
            bare with { Name = "named with its network", Carriers = ["insta: {}", "my insta is {}", "IG: {}", "snapchat: {}", "snap {}", "tiktok: {}", "my twitter is {}", "find me on insta {}", "ig {}", "twitter: {}", "my tiktok is {}", "Instagram: {}"] },
            bare with { Name = "reddit", Carriers = ["u/{} said the same", "thanks /u/{}", "https://www.reddit.com/user/{}", "as u/{} says"] },
        ];
    }

    private static IReadOnlyList<Form> Name()
    {
        var (full, titled) = (ContactForms.Name[0], ContactForms.Name[1]);
        var known = full with { Carriers = ["my name is {}", "name: {}", "Patient: {}", "patient name {}", "my husband {} had a stroke", "my neighbour {} has diabetes", "spoke to {} on reception", "my mum {} is in ward 6", "complaint about {}", "I'm {}, 54, waiting for a hip", "{} has HIV", "{} was diagnosed with breast cancer"] };
        return
        [
            .. Usual(full),
            .. Usual(titled),
            known.As("lower case", static (_, value) => value.ToLowerInvariant()),
            titled.As("lower case, with title", static (_, value) => value.ToLowerInvariant()),
            full.As("capitals", static (_, value) => value.ToUpperInvariant()),
            titled.As("capitals, with title", static (_, value) => value.ToUpperInvariant()),
            full.As("over line ends", Distort.OverLines),
            titled.As("over line ends, with title", Distort.OverLines),
            known.As("letter by letter", static (_, value) => string.Join("  ", value.Split(' ').Select(static word => Distort.Spaced(word)))),
            full.As("with an initial between", static (random, value) => value.Replace(" ", $" {random.One("ABCDEFGHJKLMNPRSTW")} ", StringComparison.Ordinal)),
            full with { Name = "possessive", Carriers = ["{}'s smear was cancelled", "{}’s letter never came", "{}'s biopsy is on Monday", "it is {}'s turn"] },
            full.As("hashtag", static (_, value) => string.Concat(value.Where(char.IsLetter))) with { Carriers = ["#JusticeFor{}", "#RIP{} 💔", "#{} #NHS", "#ThankYou{}", "for #{}"] },
            titled with { Name = "no space after the title", Value = static random => $"{random.Pick(["Dr.", "Mrs.", "Mr.", "Prof."])}{random.Pick(People.Surnames)}" },
            full.As("in a URL", static (random, value) => value.Replace(" ", random.Pick(["-", "+", "%20", "_"]), StringComparison.Ordinal)) with { Carriers = ["https://fund.example/?name={}", "https://fund.example/in-memory-of/{}", "https://fund.example/patient?name={}&x=1"] },
        ];
    }

    private static (string Local, string Domain) Split(string address) => address.Split('@') is [var local, var domain] ? (local, domain) : ("", "");
}
