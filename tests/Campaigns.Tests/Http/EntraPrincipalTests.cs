using System.Text;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public sealed class EntraPrincipalTests
{
    private const string Person = """{ "typ": "oid", "val": "7f4c0c0e-0000-4000-8000-000000000001" }""";

    [Fact]
    public void Roles_are_app_roles_by_their_names_whichever_of_its_two_types_a_claim_has()
    {
        var caller = Read("aad", Person, Role("Approver"), Role("reader"), Role("reader"), """{ "typ": "http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "val": "Ingest" }""");
        Assert.Equal("entra:7f4c0c0e-0000-4000-8000-000000000001", caller!.Name);
        Assert.Equal([Campaigns.Http.Role.Approver, Campaigns.Http.Role.Reader, Campaigns.Http.Role.Ingest], caller.Roles);
    }

    [Theory]
    [InlineData("Anyone")]
    [InlineData("1")]
    [InlineData("Reader,Manager")]
    [InlineData(" Manager")]
    [InlineData("Owner")]
    [InlineData("")]
    public void What_is_no_name_of_a_role_is_no_role(string role) => Assert.Empty(Read("aad", Person, Role(role))!.Roles);

    [Fact]
    public void Without_roles_somebody_is_known_and_may_do_nothing()
    {
        var caller = Read("aad", Person)!;
        Assert.Empty(caller.Roles);
        Assert.False(caller.Has([Campaigns.Http.Role.Reader]));
    }

    [Fact]
    public void A_claim_of_another_type_gives_no_role_whatever_the_principal_calls_its_roles() => Assert.Empty(ReadText(
        $$"""{ "auth_typ": "aad", "role_typ": "groups", "claims": [{{Person}}, { "typ": "groups", "val": "Manager" }] }""")!.Roles);

    [Theory]
    [InlineData("facebook")]
    [InlineData("AAD")]
    [InlineData("")]
    public void Another_identity_provider_is_not_believed(string provider) => Assert.Null(Read(provider, Person, Role("Manager")));

    [Theory]
    [InlineData("""{ "claims": [] }""")]
    [InlineData("""{ "auth_typ": "aad" }""")]
    [InlineData("""{ "auth_typ": "aad", "claims": [null] }""")]
    [InlineData("""{ "auth_typ": "aad", "claims": [{ "typ": "oid", "val": "" }] }""")]
    [InlineData("""{ "auth_typ": "aad", "claims": [{ "typ": "oid", "val": "a\r\nforged line" }] }""")]
    [InlineData("""{ "auth_typ": "aad", "claims": "all" }""")]
    [InlineData("""{ "auth_typ": "facebook", "auth_typ": "aad", "claims": [{ "typ": "oid", "val": "42" }] }""")]
    [InlineData("""{ "auth_typ": "aad", "claims": [[[[[[[[[[]]]]]]]]]] }""")]
    [InlineData("""{ "auth_typ": 1 }""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_App_Service_does_not_write_is_nobody(string principal) => Assert.Null(ReadText(principal));

    [Theory]
    [InlineData("not base64!")]
    [InlineData("")]
    public void What_is_no_base64_is_nobody(string header) => Assert.Null(EntraPrincipal.Read(Request(header)));

    [Fact]
    public void Bytes_that_are_no_text_are_nobody() => Assert.Null(EntraPrincipal.Read(Request(Convert.ToBase64String([0xff, 0xfe, 0x00, 0xc0, 0xaf]))));

    [Fact]
    public void A_header_that_is_too_long_or_comes_twice_is_nobody()
    {
        var good = Encoded($$"""{ "auth_typ": "aad", "claims": [{{Person}}] }""");
        Assert.NotNull(EntraPrincipal.Read(Request(good)));
        Assert.Null(EntraPrincipal.Read(Request(good, good)));
        Assert.Null(EntraPrincipal.Read(Request(Encoded($$"""{ "auth_typ": "aad", "claims": [{{Person}}, { "typ": "groups", "val": "{{new string('g', 40_000)}}" }] }"""))));
    }

    private static string Role(string name) => $$"""{ "typ": "roles", "val": "{{name}}" }""";

    private static Caller? Read(string provider, params string[] claims) =>
        ReadText($$"""{ "auth_typ": "{{provider}}", "name_typ": "name", "role_typ": "roles", "claims": [{{string.Join(", ", claims)}}] }""");

    private static Caller? ReadText(string principal) => EntraPrincipal.Read(Request(Encoded(principal)));

    private static string Encoded(string principal) => Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));

    private static HttpRequest Request(params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers[EntraPrincipal.Header] = headers;
        return request;
    }
}
