using Microsoft.Azure.Functions.Worker;

namespace Local.SampleApp;

public sealed class HoldMessage(Journal journal)
{
    [Function(nameof(HoldMessage))]
    public Task Run([QueueTrigger("%Sample:Queue%")] string text, CancellationToken cancellationToken) => journal.HoldAsync(text, cancellationToken);
}
