using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Wire;

/// <summary>Thousands of spoilt bodies: each is read or refused with a fault, and none throws.</summary>
internal sealed class When_bodies_are_spoilt
{
    private const int Rounds = 1500;

    [TestCaseSource(typeof(Golden), nameof(Golden.All))]
    public void Should_read_them_or_say_what_is_wrong(string name)
    {
        int read = 0, refused = 0;
        var body = Golden.Text(name);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var spoilt = new Mutation(seed).Of(body);
            var faults = Should.NotThrow(() => FaultsOf(spoilt), $"seed {seed}");
            if (faults.Count == 0) read++;
            else refused++;
            foreach (var fault in faults) ShouldBeWellFormed(fault, seed);
        }

        // Tolerant and strict: neither may have swallowed the other.
        read.ShouldBeGreaterThan(Rounds / 20);
        refused.ShouldBeGreaterThan(Rounds / 20);
    }

    [TestCaseSource(typeof(Golden), nameof(Golden.All))]
    public void Should_never_take_a_part_of_a_body_for_the_whole(string name)
    {
        var body = Golden.Bytes(name).AsMemory().TrimEnd("\n"u8);
        for (var length = 0; length < body.Length; length++) InboundRequest.Read(body[..length], WireGeneration.G2).Fault.ShouldNotBeNull($"{length} bytes");
    }

    [Test]
    public void Should_read_spoilt_replies_or_say_what_is_wrong()
    {
        var reply = AgencyReplies.Stored(new ReplyStyle(ErrorCodeForm.Text, Wrapped: true), "H29-261121-00001");
        for (var seed = 0; seed < Rounds; seed++)
        {
            var spoilt = new Mutation(seed).Of(System.Text.Encoding.UTF8.GetString(reply));
            Should.NotThrow(() => ReplyEnvelope.Read(spoilt).Value?.Rows<DossierSummary>(), $"seed {seed}");
        }
    }

    private static List<WireFault> FaultsOf(byte[] body)
    {
        var result = InboundRequest.Read(body, WireGeneration.G2);
        return result.Value switch
        {
            null => [result.Fault!],
            SyncDossiers sync => [.. sync.Items.SelectMany(item => item.Value is null ? item.Faults : Only(InboundDossier.Map(item.Value, item.Path).Fault))],
            RecordProgress progress => [.. progress.Items.SelectMany(item => item.Value is null ? item.Faults : Only(InboundProgress.Map(item.Value).Fault))],
            SyncStatus status => [.. status.Items.SelectMany(item => item.Value is null ? item.Faults : Only(InboundStatus.Map(item.Value).Fault))],
            _ => DossierPush.Read(body, WireGeneration.G1).Fault is { } fault ? [fault] : [],
        };
    }

    private static IReadOnlyList<WireFault> Only(WireFault? fault) => fault is null ? [] : [fault];

    private static void ShouldBeWellFormed(WireFault fault, int seed)
    {
        fault.Code.ShouldMatch(@"^[a-zA-Z]+(\.[A-Za-z0-9]+){1,2}$", $"seed {seed}");
        fault.Message.ShouldNotContain("thành công");
        foreach (var secret in new[] { "NGUYỄN", "TRẦN", "0010000", "0900000", "phien-mau", "ặặ" }) fault.ToString().ShouldNotContain(secret);
    }
}
