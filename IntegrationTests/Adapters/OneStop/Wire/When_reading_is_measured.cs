using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.OneStop.Tests.Wire;

/// <summary>Hundreds to thousands of bodies a second come in on a core that is shared: what one costs is watched.</summary>
internal sealed class When_reading_is_measured
{
    private static readonly ReplyStyle Style = new(ErrorCodeForm.Text);

    [TestCase("g1-sync", WireGeneration.G1, 24)]
    [TestCase("g2-sync", WireGeneration.G2, 48)]
    [TestCase("g2-progress", WireGeneration.G2, 20)]
    public void Should_allocate_little_for_a_body(string name, WireGeneration generation, int kilobytes)
    {
        var body = Golden.Bytes(name);
        for (var i = 0; i < 3; i++) Handle(body, generation);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Handle(body, generation);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0;
        TestContext.Out.WriteLine($"{name}: {body.Length} bytes, {allocated:F1} kB allocated");
        allocated.ShouldBeLessThan(kilobytes);
    }

    // dotnet test -c Release IntegrationTests/Adapters/OneStop --logger "console;verbosity=detailed" -- NUnit.Where="test =~ microseconds"
    [Explicit("A measurement: its numbers are for reading.")]
    [TestCase("g1-sync", WireGeneration.G1)]
    [TestCase("g2-sync", WireGeneration.G2)]
    [TestCase("g2-progress", WireGeneration.G2)]
    public void Should_handle_a_body_in_a_few_dozen_microseconds(string name, WireGeneration generation)
    {
        var body = Golden.Bytes(name);
        var read = MicrosecondsOf(() => InboundRequest.Read(body, generation));
        var all = MicrosecondsOf(() => Handle(body, generation));
        TestContext.Out.WriteLine($"{name}: {body.Length} bytes, read {read:F1} us, read + map + hash + answer {all:F1} us of CPU");
        all.ShouldBeLessThan(200);
    }

    [Explicit("A measurement: its numbers are for reading.")]
    [Test]
    public void Should_write_a_dossier_in_a_few_microseconds()
    {
        var dossier = (G2.Dossier)Bodies.ReadDossier(Golden.Text("g2-sync"));
        var each = MicrosecondsOf(() => ClientRequests.BareDossiers([dossier]));
        TestContext.Out.WriteLine($"g2 dossier: written in {each:F1} us of CPU");
        each.ShouldBeLessThan(100);
    }

    // The processor's time and not the wall's, so that neighbours on the machine do not count.
    private static double MicrosecondsOf(Action action)
    {
        const int Calls = 30_000;
        for (var i = 0; i < Calls; i++) action();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Calls; i++) action();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Calls;
    }

    private static byte[] Handle(byte[] body, WireGeneration generation) =>
        InboundRequest.Read(body, generation).Value switch
        {
            SyncDossiers sync => ItemReplies.Of(Style, [.. sync.Items.Select(item =>
            {
                InboundDossier.Map(item.Value!).Value.ShouldNotBeNull();
                return ItemResult.Of(item, ItemOutcome.Stored);
            })]),
            RecordProgress progress => ItemReplies.Of(Style, [.. progress.Items.Select(item =>
            {
                InboundProgress.Map(item.Value!).Value.ShouldNotBeNull();
                return ItemResult.Of(item, ItemOutcome.Stored);
            })]),
            _ => throw new InvalidOperationException("Not a body to be measured."),
        };
}
