using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.Data.Tables;

public class SendingTests(AzuriteFixture azurite)
{
    private static readonly Uri Endpoint = new("https://account.table.core.windows.net");

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_failing_service_is_asked_again_with_the_same_body(HttpStatusCode failure)
    {
        var service = new StubService((failure, ""), (failure, ""), (HttpStatusCode.NoContent, ""));
        var table = new TableClient(Endpoint, "table", new TableSharedKeyCredential("account", "a2V5"), Quick(service));

        await table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 1L }, TestContext.Current.CancellationToken);

        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.Equal("""{"PartitionKey":"p","RowKey":"r","N@odata.type":"Edm.Int64","N":"1"}""", request.Body));
        Assert.All(service.Requests, request => Assert.Equal("return-no-content", request.Headers["Prefer"]));
    }

    [Fact]
    public async Task An_insert_whose_first_answer_was_lost_is_reported_as_a_conflict()
    {
        var service = new StubService(
            (HttpStatusCode.InternalServerError, ""),
            (HttpStatusCode.Conflict, """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"The specified entity already exists."}}}"""));
        var table = new TableClient(Endpoint, "table", new TableSharedKeyCredential("account", "a2V5"), Quick(service));

        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, "EntityAlreadyExists"), (conflict.Status, conflict.ErrorCode));
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_reported_with_its_own_words()
    {
        var service = new StubService((HttpStatusCode.ServiceUnavailable, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}"""));
        var table = new TableClient(Endpoint, "table", new TableSharedKeyCredential("account", "a2V5"), Quick(service));

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        Assert.Equal((503, "ServerBusy"), (failed.Status, failed.ErrorCode));
        Assert.StartsWith("The server is busy.", failed.Message, StringComparison.Ordinal);
        Assert.Equal(4, service.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>a proxy's page</html>")]
    [InlineData("[1]")]
    public async Task A_refusal_that_says_nothing_still_has_its_status(string body)
    {
        var service = new StubService((HttpStatusCode.Forbidden, body));
        var table = new TableClient(Endpoint, "table", new TableSharedKeyCredential("account", "a2V5"), Quick(service));

        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"))).Status);
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_as_bearer()
    {
        var service = new StubService((HttpStatusCode.OK, """{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","N":1}"""));
        var credential = new OneToken();
        var table = new TableServiceClient(Endpoint, credential, Quick(service)).GetTableClient("table");

        var entity = (await table.GetEntityAsync<TableEntity>("p", "it's")).Value;

        var request = Assert.Single(service.Requests);
        Assert.Equal("Bearer the-token", request.Headers["Authorization"]);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("https://account.table.core.windows.net/table(PartitionKey='p',RowKey='it%27%27s')", request.Uri.AbsoluteUri);
        Assert.Equal("2020-12-06", request.Headers["x-ms-version"]);
        Assert.Equal("application/json; odata=minimalmetadata", request.Headers["Accept"]);
        Assert.Equal(("account", new ETag("W/\"1\"")), (table.AccountName, entity.ETag));
    }

    [Fact]
    public async Task A_token_never_goes_out_in_clear()
    {
        var table = new TableClient(new Uri("http://account.table.core.windows.net"), "table", new OneToken(), Quick(new StubService((HttpStatusCode.OK, ""))));

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
    }

    [Fact]
    public async Task A_request_is_signed_over_its_date_and_its_resource()
    {
        var service = new StubService((HttpStatusCode.OK, """{"value":[]}"""));
        var key = new byte[] { 1, 2, 3 };
        var table = new TableClient(Endpoint, "table", new TableSharedKeyCredential("account", Convert.ToBase64String(key)), Quick(service));

        Assert.Empty(await table.QueryAsync<TableEntity>("PartitionKey eq 'a b'", select: ["N"]).ToListAsync());

        var request = Assert.Single(service.Requests);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{request.Headers["x-ms-date"]}\n/account/table()"));
        Assert.Equal($"SharedKeyLite account:{Convert.ToBase64String(signature)}", request.Headers["Authorization"]);
        Assert.Equal("?$select=N&$filter=PartitionKey%20eq%20%27a%20b%27", request.Uri.Query);
    }

    [Fact]
    public async Task The_emulator_refuses_a_wrong_key_until_it_is_corrected()
    {
        var name = AzuriteFixture.NewPrefix();
        var right = azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        var credential = new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64]));
        var table = new TableClient(new TableServiceClient(azurite.ConnectionString).Uri, name, credential);

        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync())).Status);
        credential.SetAccountKey(right);
        await table.CreateIfNotExistsAsync();
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]);
        Assert.Single(table.Query<TableEntity>());
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/t")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn", "a", "https://a.table.core.chinacloudapi.cn/t")]
    [InlineData("AccountName=a;AccountKey=a2V5;TableEndpoint=http://localhost:1/a/", "a", "http://localhost:1/a/t")]
    public void A_connection_string_says_where_the_account_is(string text, string account, string uri)
    {
        var table = new TableClient(text, "t");

        Assert.Equal((account, uri), (table.AccountName, table.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("AccountName=a")]
    [InlineData("nonsense")]
    [InlineData("AccountName=a;AccountKey=a2V5;TableEndpoint=nowhere")]
    public void A_connection_string_that_is_none_is_refused_without_being_shown(string text) =>
        Assert.DoesNotContain("a2V5", Assert.Throws<FormatException>(() => new TableServiceClient(text)).Message, StringComparison.Ordinal);

    private static TableClientOptions Quick(StubService service)
    {
        var options = new TableClientOptions { Transport = service.Transport };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    private sealed class OneToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("the-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
