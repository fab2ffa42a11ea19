using System.Security.Cryptography;
using DichVuCong.Sandbox.Files;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Control;

public class When_files_are_fetched
{
    private SandboxFixture _sandbox = null!;

    [SetUp]
    public async Task SetUp() => _sandbox = await SandboxFixture.StartAsync(new SettingsChange { FileCheckShare = 1 });

    [TearDown]
    public async Task TearDown() => await _sandbox.DisposeAsync();

    [TestCase(64)]
    [TestCase(20_001)]
    [TestCase(1_000_000)]
    public async Task Should_serve_the_bytes_that_a_submitter_knows_without_a_call(int size)
    {
        var file = new PortalFile(7, size);

        var bytes = await _sandbox.Http.GetByteArrayAsync(file.UrlAt(_sandbox.Address, "Giấy chứng sinh.pdf"));

        bytes.Length.ShouldBe(size);
        bytes.ShouldBe(file.Content());
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.Sha256());
        PortalFile.Recognise(bytes).ShouldBe(file);
    }

    [Test]
    public void Should_make_any_part_of_a_file_by_itself()
    {
        var file = new PortalFile(3, 5_000);
        var whole = file.Content();
        foreach (var (offset, length) in new[] { (0, 5_000), (1, 3), (10, 60), (63, 9), (4_990, 10) })
        {
            var part = new byte[length];
            file.Fill(offset, part);
            part.ShouldBe(whole[offset..(offset + length)]);
        }
    }

    [Test]
    public void Should_have_different_bytes_for_different_files()
    {
        Enumerable.Range(0, 500).Select(seed => new PortalFile((uint)seed, 200).Sha256()).Distinct().Count().ShouldBe(500);
        new PortalFile(1, 200).Sha256().ShouldNotBe(new PortalFile(1, 201).Sha256());
    }

    [TestCase("0", "63")]
    [TestCase("0", "40000001")]
    [TestCase("-1", "100")]
    [TestCase("x", "100")]
    public async Task Should_have_no_file_outside_the_bounds(string seed, string size) =>
        ((int)(await _sandbox.Http.GetAsync($"/portal/files/{seed}/{size}/a.pdf")).StatusCode).ShouldBe(404);

    [TestCase(null, "whole")]
    [TestCase("wrong-content", "damaged")]
    [TestCase("missing", "refused")]
    [TestCase("cut-in-answer", "unreachable")]
    public async Task Should_check_the_files_of_pushed_dossiers(string? mode, string result)
    {
        if (mode is not null) await _sandbox.FaultAsync("portal-files", mode);
        using var portal = new Deliveries(_sandbox) { Link = new PortalFile(9, 30_000).UrlAt(_sandbox.Address, "a.pdf") };

        await portal.PushAsync("H29-261121-5000001");

        await Eventually.HoldsAsync(async () => (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("fileChecks").GetProperty(result).GetInt32() == 1, result);
    }

    [Test]
    public async Task Should_hand_over_the_papers_of_results() =>
        PortalFile.Recognise(await _sandbox.Http.GetByteArrayAsync("/agency/H29/downloadfile/0f8fad5b-d9cb-469f-a165-70867728950e")).ShouldNotBeNull();
}
