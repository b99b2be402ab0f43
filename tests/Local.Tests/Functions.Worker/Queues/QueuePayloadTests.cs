using System.Net;
using System.Net.Http.Json;
using System.Text;
using Azure.Storage.Queues.Models;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.Worker.Queues;

public sealed class QueuePayloadTests(AzuriteFixture azurite)
{
    private const string Json = """{ "number": 7, "to": "Zoë" }""";

    [Theory]
    [InlineData(typeof(TakesText))]
    [InlineData(typeof(TakesBytes))]
    [InlineData(typeof(TakesBinaryData))]
    [InlineData(typeof(TakesMessage))]
    [InlineData(typeof(TakesObject))]
    public async Task A_payload_comes_as_the_type_that_the_function_asks_for(Type function)
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync(Json);
        await using var host = await queue.Setup(function).StartAsync(queue);

        await Wait.UntilAsync(queue.IsEmptyAsync, "the message is done");
        Assert.Equal(function == typeof(TakesObject) ? new Letter(7, "Zoë") : Json, Assert.Single(queue.Deliveries).Payload);
    }

    [Fact]
    public async Task A_base64_payload_is_decoded_and_one_that_is_not_base64_goes_to_poison()
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(Json)));
        await queue.SendAsync("{ not base64 }");
        await using var host = await queue.Setup(typeof(TakesMessage), """ "messageEncoding": "base64" """).StartAsync(queue);

        await Wait.UntilAsync(queue.IsEmptyAsync, "both messages are done");
        Assert.Equal(Json, Assert.Single(queue.Deliveries).Payload);
        Assert.Equal("{ not base64 }", (await queue.PoisonedAsync())?.Body.ToString());
    }

    [Fact]
    public async Task The_context_tells_of_the_message()
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync("text");
        await using var host = await queue.Setup(typeof(TakesContext)).StartAsync(queue);

        await Wait.UntilAsync(queue.IsEmptyAsync, "the message is done");
        var told = Assert.IsType<Dictionary<string, string?>>(Assert.Single(queue.Deliveries).Payload);
        Assert.Equal(["DequeueCount", "ExpirationTime", "Id", "InsertionTime", "NextVisibleTime", "PopReceipt", "QueueTrigger"], told.Keys.Order());
        Assert.Equal(("1", "text", "queueTrigger"), (told["DequeueCount"], told["QueueTrigger"], queue.Deliveries.Single().DequeueCount));
        Assert.True(DateTimeOffset.TryParse(told["InsertionTime"]!.Trim('"'), out _));
    }

    [Fact]
    public async Task A_queue_is_made_where_it_is_missing()
    {
        var queue = new QueueHost(azurite);
        await using var host = await queue.Setup(typeof(TakesText)).StartAsync(queue);

        Assert.True(await queue.Queue.ExistsAsync());
    }

    [Fact]
    public async Task A_queue_function_runs_by_hand_with_the_input_as_its_message()
    {
        var queue = new QueueHost(azurite);
        await using var host = await queue.Setup(typeof(TakesObject)).StartAsync(queue);

        Assert.Equal(HttpStatusCode.Accepted, (await host.Http.PostAsJsonAsync("/admin/functions/TakesObject", new { input = Json })).StatusCode);
        await Wait.UntilAsync(() => queue.Deliveries.Count == 1, "the function runs");
        Assert.Equal(new Letter(7, "Zoë"), queue.Deliveries.Single().Payload);
    }

    public sealed record Letter(int Number, string To);

    public sealed class TakesText(QueueHost queue)
    {
        [Function(nameof(TakesText))]
        public void Run([QueueTrigger("%Test:Queue%")] string text) => queue.Note(text);
    }

    public sealed class TakesBytes(QueueHost queue)
    {
        [Function(nameof(TakesBytes))]
        public void Run([QueueTrigger("%Test:Queue%")] byte[] bytes) => queue.Note(Encoding.UTF8.GetString(bytes));
    }

    public sealed class TakesBinaryData(QueueHost queue)
    {
        [Function(nameof(TakesBinaryData))]
        public void Run([QueueTrigger("%Test:Queue%")] BinaryData data) => queue.Note(data.ToString());
    }

    public sealed class TakesMessage(QueueHost queue)
    {
        [Function(nameof(TakesMessage))]
        public Task Run([QueueTrigger("%Test:Queue%")] QueueMessage message)
        {
            queue.Note(message.Body.ToString());
            return Task.CompletedTask;
        }
    }

    public sealed class TakesObject(QueueHost queue)
    {
        [Function(nameof(TakesObject))]
        public ValueTask Run([QueueTrigger("%Test:Queue%")] Letter letter)
        {
            queue.Note(letter);
            return ValueTask.CompletedTask;
        }
    }

    public sealed class TakesContext(QueueHost queue)
    {
        [Function(nameof(TakesContext))]
        public void Run([QueueTrigger("%Test:Queue%", Connection = "AzureWebJobsStorage")] string text, FunctionContext context) => queue.Note(
            context.BindingContext.BindingData.ToDictionary(static entry => entry.Key, static entry => entry.Value?.ToString()),
            context.FunctionDefinition.InputBindings.Values.Single().Type);
    }
}
