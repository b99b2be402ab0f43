using System.Text.Json;
using Campaigns.Publishing;

namespace Campaigns.Operations.Configuration;

/// <summary>A post of a document that keeps to the rules.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Document">Its own document.</param>
/// <param name="Plan">What that says.</param>
/// <param name="State">How it stood: waiting for its time, held or cancelled.</param>
internal sealed record ImportedPost(PostId Id, JsonElement Document, PostPlan Plan, DeliveryState State);
