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

    /// <summary>About the campaign as a whole.</summary>
    public static FigureSide Whole { get; } = new(null, null, null);

    /// <summary>It as a part of a key: accounts compare without case.</summary>
    public string Key => this == Whole
        ? "0"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Channel, Account?.ToLowerInvariant(), Scope))).AsSpan(0, 12));

    /// <summary>Whether it is what a question names; what the question leaves out may be anything.</summary>
    /// <param name="asked">The question.</param>
    public bool Answers(FigureSide asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return (asked.Channel is null || asked.Channel == Channel)
            && (asked.Account is null || string.Equals(asked.Account, Account, StringComparison.OrdinalIgnoreCase))
            && (asked.Scope is null || asked.Scope == Scope);
    }

    /// <summary>It as the query of an address; empty for the campaign as a whole.</summary>
    public string ToQuery()
    {
        var parts = new[] { ("channel", Channel), ("account", Account), ("scope", Scope) }
            .Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToArray();
        return parts.Length == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}
