namespace Campaigns.Insight.Language;

/// <summary>Text records, the unit that the service charges for, by feature.</summary>
internal readonly record struct RecordCounts(long Language, long PersonalData, long Sentiment, long KeyPhrases)
{
    /// <summary>How many characters, as a person counts them, one record holds.</summary>
    public const int RecordSize = 1000;

    public static IReadOnlyList<LanguageFeature> Features { get; } = Enum.GetValues<LanguageFeature>();

    public long this[LanguageFeature feature] => feature switch
    {
        LanguageFeature.Language => Language,
        LanguageFeature.PersonalData => PersonalData,
        LanguageFeature.Sentiment => Sentiment,
        _ => KeyPhrases,
    };

    public static RecordCounts operator +(RecordCounts left, RecordCounts right) => new(
        left.Language + right.Language, left.PersonalData + right.PersonalData, left.Sentiment + right.Sentiment, left.KeyPhrases + right.KeyPhrases);

    public static RecordCounts operator -(RecordCounts left, RecordCounts right) => new(
        left.Language - right.Language, left.PersonalData - right.PersonalData, left.Sentiment - right.Sentiment, left.KeyPhrases - right.KeyPhrases);

    public static RecordCounts Of(LanguageFeature feature, long records) => new(
        feature == LanguageFeature.Language ? records : 0,
        feature == LanguageFeature.PersonalData ? records : 0,
        feature == LanguageFeature.Sentiment ? records : 0,
        feature == LanguageFeature.KeyPhrases ? records : 0);
}
