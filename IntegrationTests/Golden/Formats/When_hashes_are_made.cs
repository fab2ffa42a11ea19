using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Filing;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Files;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Golden.Tests.Formats;

/// <summary>
/// Numbers, keys and hashes that lie in databases and at partners: a change would route messages to other lanes, take the same call for a new
/// one, break the journal's chain, or find nobody again.
/// </summary>
internal sealed class When_hashes_are_made
{
    private static readonly Guid Cause = Guid.Parse("0195a3c1-7b00-7def-8123-456789abcdef");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 5, 7, VietnamTime.Offset);
    private static readonly KeyRing Keys = KeyRing.Parse(KeyRing.Development);

    private const string Filing =
        """
        {"submissionId":"sub-1","procedureCode":"1.001193","procedureCase":1,"level":"commune","channel":"online","origin":"portal",
         "place":{"province":"01","commune":"00004"},"agency":"H29.101","returnBy":"direct","notify":["sms","email"],"subject":"Khai sinh",
         "applicant":{"kind":"citizen","personalId":"001090000001","fullName":"Nguyễn Văn Mẫu","phone":"0900000001"},
         "form":{"b":[1,{"z":null,"a":"é"}],"a":1.50},
         "files":[{"componentCode":"TP01","name":" to-khai.pdf ","mediaType":"application/pdf","size":12,"sha256":"ABCDEF","url":"https://a.example/1"}]}
        """;

    [Test]
    public void Should_put_keys_into_the_lanes_they_were_in() => Check("lanes", Table(
        ["H29.101-260302-5000001", "H29-261121-0001", "S00-261122-5000007", "", "k", "khoá có dấu", new string('x', 300)], key => Lane.Of(key)));

    [Test]
    public void Should_give_flows_the_numbers_they_had() => Check("flows", Table(
        ["0 Normal", "1 Urgent", "1 Normal", "1 Bulk", "4711 Normal"],
        text => Flow.Of(int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), Enum.Parse<Urgency>(text.Split(' ')[1]))));

    [Test]
    public void Should_give_effects_the_ids_they_had() => Check("effect-ids", Table(
        ["0", "1", "2", "255", "70000"], ordinal => DerivedId.Of(Cause, int.Parse(ordinal, CultureInfo.InvariantCulture)).ToString()));

    [Test]
    public void Should_give_firings_the_ids_they_had() => Check("firing-ids", Table(
        ["1 2 3", "500001 7 12"],
        text => text.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var saga, var clock, var serial]
            ? DerivedId.OfFiring(saga, (short)clock, serial, At).ToString()
            : "?"));

    [Test]
    public void Should_go_on_with_the_journals_chain()
    {
        var entry = new JournalEntry(At.AddTicks(1_234_560), 500_001, 3, 17, 12, JournalOutcome.Decided, "Registered->Accepted", 4, Cause, DerivedId.Of(Cause, 1));
        var second = entry with { N = 4, Outcome = JournalOutcome.StaleClock, Edge = null, Calendar = null, Cause = null };
        var first = ChainLink.Genesis(17).Next([(entry, 5), (second, null)]);

        Check("journal-chain", new JsonObject
        {
            ["genesis of lane 17"] = Hex(ChainLink.Genesis(17).Hash),
            ["genesis of line 3"] = Hex(ChainLink.Genesis(-3).Hash),
            ["two rows"] = Hex(first.Hash),
            ["an empty batch after them"] = Hex(first.Next([]).Hash),
        });
    }

    [Test]
    public void Should_number_outcomes_as_they_were() => Check(
        "journal-outcomes", new JsonObject(Enum.GetValues<JournalOutcome>().Select(outcome => KeyValuePair.Create<string, JsonNode?>(outcome.ToString(), (short)outcome))));

    [Test]
    public void Should_recognise_filings_that_were_made_before()
    {
        var request = JsonSerializer.Deserialize(Filing, FilingJson.Default.FilingRequest)!;
        var account = new Account("portal", AccountKind.Portal, System: null, PasswordHash: null, TokenHash: null, [], IsDevelopment: true);
        var identity = FilingIdentity.TryOf("filings", account, request.SubmissionId!, writer => FilingIdentity.Write(writer, request))!;
        var least = FilingIdentity.TryOf("filings", account, "sub-2", writer => FilingIdentity.Write(writer, new FilingRequest()))!;

        Check("filing-identity", new JsonObject
        {
            ["identity"] = Hex(identity.Identity),
            ["content"] = Hex(identity.Content),
            ["content of an empty filing"] = Hex(least.Content),
        });
    }

    [Test]
    public void Should_recognise_rows_that_agencies_sent_before() => Check("row-identity", new JsonObject
    {
        ["progress"] = RowIdentity.Of("H29.101-260302-5000001", "20260302090507", "2", "Trần Thị B", "Tiếp nhận"),
        ["empty parts"] = RowIdentity.Of("H29.101-260302-5000001", null, "", "x"),
        ["canonical"] = RowIdentity.HashOf("{\"MaHoSo\":\"H29.101-260302-5000001\"}"u8.ToArray()),
    });

    [Test]
    public void Should_read_a_cursor_of_the_first_release() =>
        FeedCursor.Read("NDI5NDk2NzI5OS4xNw").ShouldBe(new FeedCursor("", 4_294_967_299, 17));

    [Test]
    public void Should_find_persons_and_open_links_and_cursors_of_before() => Check("keyed", new JsonObject
    {
        ["identity hash"] = Hex(new Sealer(Keys).HashIdentity("001090000001")),
        ["derived key"] = Hex(Keys.Derive("file links")),
        ["file link"] = new FileTokens(Keys.Derive("file links"), new Stopped(At)).Issue(DossierCode.Parse("H29.101-260302-5000001"), 2, 3),
        ["token hash"] = Hex(AccountStore.HashOf("a-token")),
        ["feed cursor"] = new FeedCursor("0123456789ab", 4_294_967_299, 17).ToString(),
    });

    [Test]
    public void Should_open_what_was_sealed_before()
    {
        const string Place = "dossier.content/H29.101-260302-5000001/1";
        var sealer = new Sealer(Keys);
        var file = GoldenFile.LatestIn("hashes").SingleOrDefault(file => file.Name == "sealed");
        if (file is null) Check("sealed", new JsonObject { ["key"] = sealer.CurrentKey, ["place"] = Place, ["value"] = Convert.ToBase64String(sealer.Seal("Văn bản"u8, Place)) });

        var stored = file!.Json;
        sealer.Open((short)stored["key"]!, Convert.FromBase64String((string)stored["value"]!), (string)stored["place"]!).ShouldBe("Văn bản"u8.ToArray());
    }

    [Test]
    public void Should_know_passwords_that_were_set_before() =>
        PasswordHash.Matches("mật khẩu", "pbkdf2-sha256$1000$AAECAwQFBgcICQoLDA0ODw==$uXmrjSLFKAOrzPSVt72Ad/OwJrj8jN8Q90VXiwMd5M8=").ShouldBeTrue();

    private static void Check(string name, JsonNode values) => GoldenFile.Check("hashes", name, values);

    private static JsonObject Table(string[] inputs, Func<string, JsonNode> output) => new(inputs.Select(input => KeyValuePair.Create<string, JsonNode?>(input, output(input))));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
