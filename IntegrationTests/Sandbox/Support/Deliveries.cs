using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Sandbox.Tests.Support;

/// <summary>The portal's side of a delivery: the real operation, with one system's settings and a dossier for any code.</summary>
internal sealed class Deliveries : IDossierContents, IOneStopDirectory, IFileLinks, IDisposable
{
    private readonly HttpClient _http = OneStopHttp.CreateClient(OneStopHttp.CreateHandler());
    private readonly SandboxFixture _sandbox;
    private readonly DeliverDossierOperation _operation;

    public Deliveries(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
        _operation = new DeliverDossierOperation(_http, this, this, this, TimeProvider.System);
    }

    /// <summary>How long the portal waits.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Where the files of dossiers are.</summary>
    public Uri Link { get; set; } = new("http://127.0.0.1:9/none");

    public Task<Outcome> PushAsync(string code, int revision = 1, CancellationToken cancellationToken = default) =>
        _operation.CallAsync(Command(code, revision), Call, cancellationToken);

    public Task<Outcome> AskAsync(string code) => _operation.AskAsync(Command(code, 1), Call, CancellationToken.None);

    public OneStopSystem? Find(string code)
    {
        var system = _sandbox.Systems.Find(code);
        return system is null ? null : new OneStopSystem
        {
            Code = code,
            Number = 1,
            Name = system.Name,
            Owner = AgencyCode.Parse(code),
            Generation = system.Generation,
            BaseUrl = new Uri(_sandbox.Address, $"/agency/{code}"),
        };
    }

    public ValueTask<DossierContent?> FindAsync(DossierCode dossier, int revision, CancellationToken cancellationToken) => new(new DossierContent
    {
        Dossier = dossier,
        Revision = revision,
        Procedure = ProcedureCode.Parse("1.001193"),
        ProcedureName = "Thủ tục đăng ký khai sinh",
        SectorCode = "G15-HT02",
        SectorName = "Hộ tịch",
        Agency = AgencyCode.Parse("H29.101"),
        AgencyName = "UBND phường Mẫu",
        Channel = FilingChannel.Online,
        FiledAt = new DateTimeOffset(2026, 11, 21, 1, 30, 0, TimeSpan.Zero),
        Applicant = new Applicant { Kind = ApplicantKind.Citizen },
        Form = "{}",
        Files = [new(1, "HT.01", "Giấy chứng sinh.pdf", "application/pdf", 1024, new string('a', 64), new Uri("https://cong.example.vn/f/1"))],
        ReturnBy = ResultReturn.Direct,
    });

    public Uri LinkFor(DossierCode dossier, int revision, int fileNumber) => Link;

    public void Dispose() => _http.Dispose();

    private PartnerCall Call => new(Guid.Empty, "onestop", 1, DateTimeOffset.UnixEpoch, Patience);

    private static DeliverDossier Command(string code, int revision) => new(DossierCode.Parse(code), code.Split('.', '-')[0], revision);
}
