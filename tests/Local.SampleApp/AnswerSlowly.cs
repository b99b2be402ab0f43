using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Local.SampleApp;

public sealed class AnswerSlowly(Journal journal)
{
    [Function(nameof(AnswerSlowly))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/slow/{word}")] HttpRequest request, string word, CancellationToken cancellationToken)
    {
        await journal.HoldAsync(word, cancellationToken);
        return Results.Text(word);
    }
}
