using System.Text.RegularExpressions;

namespace Campaigns.Http;

/// <summary>What keys and webhooks may be called: a name that stands in addresses, storage and logs as it is.</summary>
internal static partial class PlainName
{
    /// <summary>What a name that is none is told.</summary>
    public const string Rule = "must be 1 to 64 lower-case letters, digits and hyphens";

    /// <summary>Whether a text is such a name.</summary>
    public static bool Is(string text) => Written().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
