using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>
/// Deliveries that came back from a backup and were due before everything was held: the ledger that knew whether they went out is lost. Asked to go out,
/// some would go out a second time, so none is: each waits as unknown for a person who looks.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="recorder">Writes the ledger.</param>
/// <param name="hold">Since when nothing goes out.</param>
/// <param name="time">The clock.</param>
public sealed class RestoredDeliveries(CampaignTable campaigns, PostTable posts, DeliveryRecorder recorder, HoldSwitch hold, TimeProvider time)
{
    /// <summary>Leaves them as unknown; doing it again changes nothing.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task QuestionAsync(CancellationToken cancellationToken)
    {
        var heldSince = await hold.SinceAsync(cancellationToken) ?? time.GetUtcNow();
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            var ledger = Ledger.Of(campaign);
            await foreach (var delivery in posts.ListDeliveriesAsync(ledger, after: null, cancellationToken))
            {
                if (delivery.DueAt <= heldSince && delivery.State is (DeliveryState.Waiting or DeliveryState.Claimed or DeliveryState.Held))
                {
                    await recorder.LeaveAsync(
                        ledger, delivery, DeliveryState.Unknown, "It was due after the backup that was restored: look whether it is out, then resolve it.", cancellationToken);
                }
            }
        }
    }
}
