using System.Buffers;

namespace Campaigns.Planning;

/// <summary>Which characters make a link, by the twitter-text rules.</summary>
internal static class UrlCharacters
{
    private const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly SearchValues<char> NotInHosts = SearchValues.Create(
        "!'#\uFF03%&()*+,\\/:;<=>?@[]^{|}~$\uFEFF\uFFFE\uFFFF\u202A\u202B\u202C\u202D\u202E\u061C\u200E\u200F\u2066\u2067\u2068\u2069");

    private static readonly SearchValues<char> NotBefore = SearchValues.Create(Alphanumeric + "@\uFF20$#\uFF03\uFEFF\uFFFE\uFFFF");
    private static readonly SearchValues<char> Path = SearchValues.Create(Alphanumeric + "!*';:=+,.$/%#[]-\u2013_~@|&");
    private static readonly SearchValues<char> Query = SearchValues.Create(Alphanumeric + "!?*'@();:&=+$/%#[]-_.,~|");

    /// <summary>True for a character that a host name may hold, dots and dashes included.</summary>
    public static bool IsHost(char character) =>
        !NotInHosts.Contains(character) && !char.IsWhiteSpace(character) && !char.IsControl(character);

    /// <summary>True for a character of a host without protocol: those hold plain and accented Latin letters only.</summary>
    public static bool IsAsciiHost(char character) => char.IsAsciiLetterOrDigit(character) || character == '-' || IsAccentedLatin(character);

    /// <summary>True where a link may start right after <paramref name="character"/>.</summary>
    public static bool MayPrecede(char character) => !NotBefore.Contains(character);

    /// <summary>True for a character of a path outside parentheses.</summary>
    public static bool IsPath(char character) =>
        Path.Contains(character) || character is >= '\u0400' and <= '\u04FF' || IsAccentedLatin(character);

    /// <summary>True for a character of a query.</summary>
    public static bool IsQuery(char character) => Query.Contains(character);

    private static bool IsAccentedLatin(char character) =>
        character is >= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7'
            or >= '\u0250' and <= '\u02BB' and ('\u0253' or '\u0254' or '\u0256' or '\u0257' or '\u0259' or '\u025B' or '\u0263'
                or '\u0268' or '\u026F' or '\u0272' or '\u0289' or '\u028B' or '\u02BB')
            or >= '\u0300' and <= '\u036F'
            or >= '\u1E00' and <= '\u1EFF';
}
