using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Campaigns.Results.Report;

/// <summary>A text in a markup language that grows. What stands in its holes is escaped, always: only what is written in the code is markup.</summary>
/// <param name="escape">Makes a text that means itself in the language.</param>
internal sealed class MarkupText(Func<string, string> escape)
{
    private readonly StringBuilder text = new();
    private readonly Func<string, string> escape = escape;

    /// <summary>Adds markup, whose parts were added while it was made.</summary>
    public MarkupText Add([InterpolatedStringHandlerArgument("")] Markup markup) => this;

    /// <summary>Adds what is markup already: what the code itself holds, or another text of this kind.</summary>
    public void AddAsIs(string markup) => text.Append(markup);

    public override string ToString() => text.ToString();

    /// <summary>Markup with holes, as the compiler takes it apart.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Markup
    {
        private readonly MarkupText into;

        // The compiler tells how much is to come; the builder grows well without knowing.
        public Markup(int literalLength, int formattedCount, MarkupText into) => this.into = into;

        public void AppendLiteral(string literal) => into.text.Append(literal);

        public void AppendFormatted(string? value) => into.text.Append(into.escape(value ?? ""));

        public void AppendFormatted(int value) => into.text.Append(CultureInfo.InvariantCulture, $"{value}");

        public void AppendFormatted(double value) => into.text.Append(value.ToString("0.##", CultureInfo.InvariantCulture));

        public void AppendFormatted(DateOnly value) => into.text.Append(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
