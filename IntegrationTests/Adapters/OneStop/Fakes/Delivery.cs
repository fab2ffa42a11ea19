using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.OneStop.Tests.Fakes;

/// <summary>The operation under test with its ports, and one system in its directory.</summary>
internal sealed class Delivery : IDossierContents, IOneStopDirectory, IDisposable
{
    private readonly HttpClient _http;

    public Delivery(OneStopSystem? system, TimeProvider? time = null, SocketsHttpHandler? handler = null)
    {
        System = system;
        _http = OneStopHttp.CreateClient(handler ?? OneStopHttp.CreateHandler());
        Operation = new DeliverDossierOperation(_http, this, this, new Links(), time ?? TimeProvider.System);
    }

    public DeliverDossierOperation Operation { get; }

    public OneStopSystem? System { get; set; }

    public DossierContent? Content { get; set; } = Contents.Of(1);

    /// <summary>What reading the content throws; null when it can be read.</summary>
    public Exception? WhenReading { get; set; }

    public static PartnerCall Call { get; } = new(Guid.Empty, "onestop:H29", 1, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(30));

    public static DeliverDossier Command(int revision = 1) => new(Contents.Code, "H29", revision);

    public async Task<Outcome> CallAsync(int revision = 1, CancellationToken cancellationToken = default)
    {
        Content = Content is null ? null : Content with { Revision = revision };
        return Checked(await Operation.CallAsync(Command(revision), Call, cancellationToken));
    }

    public async Task<Outcome> AskAsync(int revision = 1) => Checked(await Operation.AskAsync(Command(revision), Call, CancellationToken.None));

    public ValueTask<DossierContent?> FindAsync(DossierCode dossier, int revision, CancellationToken cancellationToken) =>
        WhenReading is { } failure ? ValueTask.FromException<DossierContent?>(failure) : new(Content);

    public OneStopSystem? Find(string code) => code == System?.Code ? System : null;

    public void Dispose() => _http.Dispose();

    // Whatever happens in any test: nothing about the applicant is in what is journalled.
    private static Outcome Checked(Outcome outcome)
    {
        foreach (var secret in Contents.PersonalData) outcome.ToString().ShouldNotContain(secret);
        return outcome;
    }
}
