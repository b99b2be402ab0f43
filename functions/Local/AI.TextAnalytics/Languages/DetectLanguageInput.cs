namespace Azure.AI.TextAnalytics;

/// <summary>A document whose language is asked for, and the country that it comes from.</summary>
public class DetectLanguageInput : TextAnalyticsInput
{
    public const string None = "";

    public DetectLanguageInput(string id, string text)
        : base(id, text)
    {
    }

    public string CountryHint { get; set; }
}
