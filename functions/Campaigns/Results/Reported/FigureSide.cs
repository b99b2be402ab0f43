using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Results.Reported;

/// <summary>What an entry is about, besides its name: with the name and the date it tells one entry from every other.</summary>
/// <param name="Channel">The channel, or null for none in particular.</param>
/// <param name="Account">The account on it, as it was written, or null.</param>
/// <param name="Scope">One of <see cref="Scopes"/>, or null.</param>
public sealed record FigureSide(string? Channel, string? Account, string? Scope)
{
    /// <summary>What of an account a figure may be about. Likes of a page and members of a group are different things, and so are paid and organic views.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["page", "group", "paid", "organic"];

    /// <summary>By what it is broken down, such as <c>age</c>; null for a figure as a whole.</summary>
    public string? Dimension { get; init; }

    /// <summary>Of which group of that dimension it is, such as <c>18-24</c>.</summary>
    public string? Group { get; init; }

    /// <summary>Of which of the campaign's posts it is; null for none in particular.</summary>
    public string? Post { get; init; }

    /// <summary>Whether it is about a group of people. Such a figure may tell of few: results show it only as a part of its breakdown.</summary>
    public bool IsOfGroup => Dimension is not null;

    /// <summary>Whether it is of the campaign or of an account, neither of a group nor of a post.</summary>
    public bool IsPlain => Dimension is null && Post is null;

    /// <summary>It as that of which the group is a part.</summary>
    public FigureSide Broken => this with { Group = null };

    /// <summary>About the campaign as a whole.</summary>
    public static FigureSide Whole { get; } = new(null, null, null);

    /// <summary>It as a part of a key: accounts and groups compare without case. What came later changes no key of what was there before.</summary>
    public string Key => this == Whole
        ? "0"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', (string?[])[Channel, Account?.ToLowerInvariant(), Scope, .. IsPlain
            ? (ReadOnlySpan<string?>)[] : [Dimension?.ToLowerInvariant(), Group?.ToLowerInvariant(), Post]]))).AsSpan(0, 12));

    /// <summary>Whether it is what a question names; what the question leaves out may be anything.</summary>
    /// <param name="asked">The question.</param>
    public bool Answers(FigureSide asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return (asked.Channel is null || asked.Channel == Channel)
            && (asked.Account is null || string.Equals(asked.Account, Account, StringComparison.OrdinalIgnoreCase))
            && (asked.Scope is null || asked.Scope == Scope)
            && (asked.Dimension is null || string.Equals(asked.Dimension, Dimension, StringComparison.OrdinalIgnoreCase))
            && (asked.Group is null || string.Equals(asked.Group, Group, StringComparison.OrdinalIgnoreCase))
            && (asked.Post is null || asked.Post == Post);
    }

    /// <summary>It as the query of an address; empty for the campaign as a whole.</summary>
    public string ToQuery()
    {
        var parts = new[] { ("channel", Channel), ("account", Account), ("scope", Scope), ("dimension", Dimension), ("group", Group), ("post", Post) }
            .Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToArray();
        return parts.Length == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}
