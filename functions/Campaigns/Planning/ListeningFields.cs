namespace Campaigns.Planning;

/// <summary>What a campaign document says about how its mentions are looked for and counted.</summary>
/// <param name="Topics">The topics, numbered 0 and on in the order of the document; the campaign's own numbers are given later.</param>
/// <param name="SuppressBelow">Figures about fewer people than this are not shown; 0 shows all.</param>
/// <param name="ExpectedMentionsPerHour">How many mentions its busiest hour may bring, or null where no flood is expected.</param>
/// <param name="Listening">Where to look.</param>
/// <param name="Budget">What looking and understanding may cost.</param>
/// <param name="RetentionDays">For how many days after its end what was counted stays in detail.</param>
public sealed record ListeningFields(
    IReadOnlyList<CampaignTopic> Topics, int SuppressBelow, long? ExpectedMentionsPerHour, ListeningPlan Listening, CampaignBudget Budget, int RetentionDays);
