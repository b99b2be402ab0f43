using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Campaigns.Planning;

/// <summary>An account on a channel, as people write it: a handle, a page's name, a web address or a place for leaflets.</summary>
public readonly record struct AccountName
{
    /// <summary>What is allowed, as a sentence.</summary>
    public const string Rule = "must be 1 to 200 characters without control characters or blanks at either end; a leading @ is dropped";

    private const int Longest = 200;

    private AccountName(string value) => Value = value;

    /// <summary>The account, without a leading <c>@</c>.</summary>
    public string Value { get; }

    /// <summary>Reads an account's name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="account">The account, where the text keeps to <see cref="Rule"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountName account)
    {
        var bare = text is ['@', ..] ? text[1..] : text;
        var allowed = bare is { Length: > 0 and <= Longest } && bare.Trim() == bare && !bare.Any(char.IsControl);
        account = allowed ? new AccountName(bare!) : default;
        return allowed;
    }

    /// <summary>The account in small letters: two names with the same are one account, here as in the keys and names under which figures rest.</summary>
    public string Folded => Value.ToLowerInvariant();

    /// <summary>Whether a handle names this account; handles compare without case.</summary>
    /// <param name="handle">A handle, with or without <c>@</c>.</param>
    public bool Is(string? handle) => handle is not null && Is(handle.AsSpan());

    /// <inheritdoc cref="Is(string?)"/>
    public bool Is(ReadOnlySpan<char> handle)
    {
        var bare = handle.TrimStart('@');
        return bare.Length == Value.Length && (Ascii.IsValid(bare) && Ascii.IsValid(Value) ? Ascii.EqualsIgnoreCase(bare, Value) : IsFolded(bare));
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private bool IsFolded(ReadOnlySpan<char> handle)
    {
        Span<char> folded = stackalloc char[Longest];
        return folded[..handle.ToLowerInvariant(folded)].SequenceEqual(Folded);
    }
}
