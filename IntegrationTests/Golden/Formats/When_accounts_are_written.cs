using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Golden.Tests.Formats;

/// <summary>The bodies of the messages of accounts, the states of their sagas and the profile before it is sealed, as they are stored.</summary>
internal sealed class When_accounts_are_written
{
    private const string Messages = "account-messages";
    private const string States = "account-states";

    private static readonly Topology Accounts = new Topology().AddAccounts(new AccountRules()).AddCitizenNotices();

    private static readonly Dictionary<string, JsonTypeInfo> Stored = new(StringComparer.Ordinal)
    {
        ["account-data"] = AccountDataJson.Default.AccountData,
        ["review-data"] = ReviewDataJson.Default.ReviewData,
        ["account-profile"] = AccountProfileJson.Default.AccountProfile,
    };

    private static IEnumerable<string> MessageNames => Accounts.Messages.Where(type => type.Name.StartsWith("accounts.", StringComparison.Ordinal)).Select(type => type.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> StateNames => Stored.Keys.Order(StringComparer.Ordinal);

    private static IEnumerable<GoldenFile> EverRecorded => GoldenFile.In(Messages);

    [TestCaseSource(nameof(MessageNames))]
    public void Should_look_as_they_always_did(string name)
    {
        var type = Accounts.TypeNamed(name)!;

        GoldenFile.Check(Messages, $"{name}.schema-{type.Schema}", new JsonObject { ["full"] = BodyOf(type, Instances.Full), ["minimal"] = BodyOf(type, Instances.Minimal) });
    }

    [TestCaseSource(nameof(EverRecorded))]
    public void Should_be_readable_as_long_as_their_schema_is_understood(GoldenFile file)
    {
        var mark = file.Name.LastIndexOf(".schema-", StringComparison.Ordinal);
        var type = Accounts.TypeNamed(file.Name[..mark]).ShouldNotBeNull("a message type is never taken away while bodies of it may be stored");
        var schema = short.Parse(file.Name.AsSpan(mark + ".schema-".Length), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var body in file.Json.Select(body => Encoding.UTF8.GetBytes(body.Value!.ToJsonString()))) type.KeyOf(type.Read(body, schema)).ShouldNotBeNullOrEmpty();
    }

    [TestCaseSource(nameof(StateNames))]
    public void Should_keep_states_as_they_were(string name)
    {
        var type = Stored[name];

        GoldenFile.Check(States, name, new JsonObject { ["full"] = Write(type, Instances.Full(type.Type)), ["minimal"] = Write(type, Instances.Minimal(type.Type)) });
    }

    [Test]
    public void Should_read_states_that_were_ever_stored()
    {
        var files = GoldenFile.In(States).ToList();

        files.Count.ShouldBeGreaterThanOrEqualTo(Stored.Count);
        foreach (var file in files)
        {
            var type = Stored[file.Name];
            foreach (var (_, body) in file.Json) Write(type, JsonSerializer.Deserialize(body!.ToJsonString(), type)!).ToJsonString().ShouldBe(body.ToJsonString());
        }
    }

    private static JsonNode BodyOf(MessageType type, Func<Type, object> make) => JsonNode.Parse(type.Write(make(type.ClrType)))!;

    private static JsonNode Write(JsonTypeInfo type, object value) => JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(value, type))!;
}
