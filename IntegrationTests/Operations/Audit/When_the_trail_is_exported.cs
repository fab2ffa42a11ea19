using System.Security.Cryptography;
using System.Text;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Operations.Tests.Audit;

internal sealed class When_the_trail_is_exported
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _copy = "";

    [OneTimeSetUp]
    public async Task Export()
    {
        await using var desks = await Desks.OpenAsync();
        for (var row = 0; row < 5; row++)
        {
            await desks.Get<AuditTrail>().WriteAsync(
                desks.Database.Source, new AuditEntry(Desks.Lan, "test.write", "thing", $"t{row}") { Reason = "lý do “có dấu”" }, CancellationToken.None);
        }

        using var file = new MemoryStream();
        var made = await AuditExport.WriteAsync(
            desks.Database.Source, file, _key, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddMinutes(1), DateTimeOffset.UtcNow, CancellationToken.None);
        (made.First, made.Last, made.Rows).ShouldBe((1, 5, 5));
        _copy = Encoding.UTF8.GetString(file.ToArray());
    }

    [OneTimeTearDown]
    public void Forget() => _key.Dispose();

    [Test]
    public async Task Should_be_believed_as_it_is()
    {
        var result = await CheckAsync(_copy);
        result.Fault.ShouldBeNull();
        result.Rows.ShouldBe(5);
        _copy.ShouldContain("có dấu");
    }

    [Test]
    public async Task Should_not_be_believed_when_anything_in_it_changed()
    {
        var lines = _copy.TrimEnd('\n').Split('\n');
        (await CheckAsync(_copy.Replace("t3", "t4", StringComparison.Ordinal))).Fault.ShouldBe("the signature is not of this content and this key");
        (await CheckAsync(_copy.Replace("\"first\":1", "\"first\": 1", StringComparison.Ordinal))).Fault.ShouldBe("the signature is not of this content and this key");
        (await CheckAsync(Joined(lines.Where((_, index) => index != 3)))).Fault.ShouldBe("row 3 is missing");
        (await CheckAsync(Joined(lines.Where((_, index) => index != 5)))).Fault.ShouldNotBeNull();
        (await CheckAsync(Joined(lines[..^1]))).Fault.ShouldBe("it has no signature: it is cut off");
        (await CheckAsync(_copy + "{}\n")).Fault.ShouldBe("something follows the signature");
        (await CheckAsync("{\"format\":\"dvc-audit-export.v1\"}\n")).Fault.ShouldNotBeNull();
        (await CheckAsync("không phải\n")).Fault.ShouldNotBeNull();
        (await CheckAsync("")).Fault.ShouldNotBeNull();
    }

    [Test]
    public async Task Should_not_be_believed_by_another_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(_copy));
        (await AuditExport.CheckAsync(file, other, CancellationToken.None)).Fault.ShouldBe("the signature is not of this content and this key");
    }

    private async Task<AuditExportResult> CheckAsync(string copy)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(copy));
        return await AuditExport.CheckAsync(file, _key, CancellationToken.None);
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
