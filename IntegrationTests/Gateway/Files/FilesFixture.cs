using System.Security.Cryptography;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Files;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Files;

/// <summary>A gateway, a portal with files, and dossiers that name them.</summary>
internal sealed class FilesFixture(GatewayFixture gateway, FakePortal portal) : IAsyncDisposable
{
    private static readonly DateTimeOffset FiledAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    private int _dossiers;

    public GatewayFixture Gateway => gateway;

    public FakePortal Portal => portal;

    public static async Task<FilesFixture> StartAsync() => new(await GatewayFixture.StartAsync(), await FakePortal.StartAsync());

    public static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    public static DossierFile Describe(byte[] content, Uri url, string name = "tờ khai.pdf", int number = 1) =>
        new(number, "TK", name, "application/pdf", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), url);

    /// <summary>Stores a dossier with files.</summary>
    public async Task<DossierCode> FileAsync(params DossierFile[] files)
    {
        var code = DossierCode.Of(AgencyCode.Parse("H60.101"), new DateOnly(2026, 3, 2), 5_000_000 + Interlocked.Increment(ref _dossiers));
        var (procedure, agency) = (ProcedureCode.Parse("1.001193"), AgencyCode.Parse("H60.101"));
        await gateway.Services.GetRequiredService<Door>().AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, procedure, agency, "H60", DossierOrigin.Portal, FilingChannel.Online, Central: false, Flow.Of(7, Urgency.Normal), "portal",
                        code.Value, Applicant: null, FiledAt, DossierState.Filed, Deadline: null),
                    new StoreContent(new DossierContent
                    {
                        Dossier = code, Revision = 1, Procedure = procedure, ProcedureName = "Đăng ký khai sinh", SectorCode = "G15-HT", SectorName = "Hộ tịch",
                        Agency = agency, Channel = FilingChannel.Online, FiledAt = FiledAt, Applicant = new Applicant { Kind = ApplicantKind.Citizen }, Files = files,
                    }),
                ],
            },
            CancellationToken.None);
        return code;
    }

    public Uri Link(DossierCode code, int number = 1) => Link(gateway.Services.GetRequiredService<FileTokens>().Issue(code, 1, number));

    public static Uri Link(string token) => new($"/files/{token}", UriKind.Relative);

    /// <summary>Stores a dossier with one file and asks for it.</summary>
    public async Task<(DossierCode Code, HttpResponseMessage Response)> FetchAsync(DossierFile file)
    {
        var code = await FileAsync(file);
        return (code, await gateway.Http.GetAsync(Link(code)));
    }

    /// <summary>The faults that were reported to a dossier's saga, as their messages' bodies.</summary>
    public async Task<string> FaultsAsync(DossierCode code) => await gateway.Database.ScalarAsync<string>(
        $"""
        select coalesce(string_agg(convert_from(r.body, 'UTF8'), ' ' order by r.seq), '') from bus.ready r
        join bus.word w on w.id = r.type where r.key = '{code.Value}' and w.name = 'dossiers.report-file-fault.v1' and r.flow = {Flow.Of(7, Urgency.Normal)}
        """);

    public async Task<string> ViewsAsync(DossierCode code) => await gateway.Database.ScalarAsync<string>(
        $"select coalesce(string_agg(account || ': ' || action, '; '), '') from dossier.viewed where code = '{code.Value}'");

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await gateway.DisposeAsync();
    }
}
