namespace Campaigns.Planning;

/// <summary>
/// Finds the links of a text whose path or query could hold a number sign, going forward only. Links follow the twitter-text
/// rules but for one thing: any two letters or more count as a top-level domain, so that no list of them grows old here.
/// </summary>
internal ref struct UrlScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;
    private int start;
    private int end;

    /// <summary>True where <paramref name="index"/> is part of a link; ask with growing indices.</summary>
    public bool Covers(int index)
    {
        while (end <= index && next <= index)
        {
            ReadRun();
        }

        return start <= index && index < end;
    }

    /// <summary>Reads one run of characters that a host may be made of, and the link that starts with it.</summary>
    private void ReadRun()
    {
        while (next < text.Length && !UrlCharacters.IsHost(text[next]))
        {
            next++;
        }

        var from = next;
        while (next < text.Length && UrlCharacters.IsHost(text[next]))
        {
            next++;
        }

        if (from == next)
        {
            next = text.Length + 1;
            return;
        }

        var protocol = Protocol(from);
        var after = AfterPort(next);
        if (protocol < 0 ? IsBareHost(from, next) && At(after) == '/' : At(after) is '/' or '?')
        {
            start = protocol < 0 ? from : protocol;
            next = end = IsShortener(protocol, text[from..next]) && EndOfSlug(after + 1) is var slug && slug > after + 1
                ? EndOfQuery(slug)
                : EndOfQuery(At(after) == '/' ? EndOfPath(after) : after);
        }
    }

    private readonly char At(int index) => index < text.Length ? text[index] : '\0';

    /// <summary>Where the protocol before a host starts; -1 where there is none, or where it is glued to a word.</summary>
    private readonly int Protocol(int host)
    {
        var before = text[..host];
        var length = before.EndsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : before.EndsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        return length > 0 && (host == length || UrlCharacters.MayPrecede(text[host - length - 1])) ? host - length : -1;
    }

    /// <summary>A host that stands without protocol: <c>name.tld</c>, and not the tail of an address or a path.</summary>
    private readonly bool IsBareHost(int from, int to)
    {
        if (text[from] is '-' or '_' or '.' || (from > 0 && (text[from - 1] == '/' || !UrlCharacters.MayPrecede(text[from - 1]))))
        {
            return false;
        }

        var host = text[from..to];
        var dot = host.LastIndexOf('.');
        var domain = host[(dot + 1)..];
        return dot > 0 && UrlCharacters.IsAsciiHost(host[dot - 1]) && domain.Length >= 2
            && IsTopLevel(domain);
    }

    private static bool IsTopLevel(ReadOnlySpan<char> domain)
    {
        foreach (var character in domain)
        {
            if (!char.IsAsciiLetter(character))
            {
                return domain.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);
            }
        }

        return true;
    }

    /// <summary>X's own shortener: its links end with the slug, whatever follows.</summary>
    private static bool IsShortener(int protocol, ReadOnlySpan<char> host) =>
        protocol >= 0 && host.Equals("t.co", StringComparison.OrdinalIgnoreCase);

    private readonly int EndOfSlug(int index)
    {
        while (char.IsAsciiLetterOrDigit(At(index)))
        {
            index++;
        }

        return Math.Min(index, text.Length);
    }

    private readonly int AfterPort(int index)
    {
        var after = index + 1;
        while (At(index) == ':' && char.IsAsciiDigit(At(after)))
        {
            after++;
        }

        return after > index + 1 ? after : index;
    }

    private readonly int EndOfPath(int index)
    {
        while (index < text.Length)
        {
            if (UrlCharacters.IsPath(text[index]))
            {
                index++;
            }
            else if (text[index] == '(' && EndOfParentheses(index, nested: true) is var close and > 0)
            {
                index = close;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    /// <summary>The index after balanced parentheses, one level deep in each other; -1 where they do not balance.</summary>
    private readonly int EndOfParentheses(int open, bool nested)
    {
        for (var index = open + 1; index < text.Length; index++)
        {
            if (text[index] == ')')
            {
                return index > open + 1 ? index + 1 : -1;
            }

            if (text[index] == '(' && nested && EndOfParentheses(index, nested: false) is var close and > 0)
            {
                nested = false;
                index = close - 1;
            }
            else if (!UrlCharacters.IsPath(text[index]))
            {
                return -1;
            }
        }

        return -1;
    }

    private readonly int EndOfQuery(int index)
    {
        if (At(index) == '?')
        {
            while (UrlCharacters.IsQuery(At(index)))
            {
                index++;
            }
        }

        return index;
    }
}
