namespace Campaigns.Results.Report;

/// <summary>Texts on the first sheet. Those for which there is no room go on in the annex.</summary>
internal sealed class Brief
{
    private readonly List<(string What, string Text)> cut = [];

    /// <summary>The texts that were cut, whole, with what each is.</summary>
    public IReadOnlyList<(string What, string Text)> Whole => cut;

    public string Of(string what, string text, int most)
    {
        var shown = FirstSheet.Cut(text, most);
        if (shown != text)
        {
            Keep(what, text);
        }

        return shown;
    }

    /// <summary>Keeps a text whole that was made shorter by other means.</summary>
    public void Keep(string what, string text) => cut.Add((what, text));
}
