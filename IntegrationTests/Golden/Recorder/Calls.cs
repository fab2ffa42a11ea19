using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga;

namespace DichVuCong.Golden.Recorder;

/// <summary>What callers hand in at the door. All persons are made up.</summary>
internal sealed class Calls(World world)
{
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.168");
    private static readonly ProcedureCode Procedure = ProcedureCode.Parse("1.000689");
    private static readonly int Source = Flow.Of(7, Urgency.Normal);
    private readonly Sealer _sealer = new(KeyRing.Parse(KeyRing.Development));
    private int _filed;
    private int _rows;

    public static DossierCode CodeOf(int number) => DossierCode.Parse($"H29.168-261121-{5_000_000 + number}");

    /// <summary>Files a dossier for a system; without one it waits for coordination.</summary>
    public async Task<DossierCode> FileAsync(string? system, NoticeChannels notify = NoticeChannels.None)
    {
        var (code, now) = (CodeOf(++_filed), TimeProvider.System.GetUtcNow());
        AgencyCode? agency = system is null ? null : Agency;
        object[] task = system is null ? [new OpenCoordinationTask(code, "several", ["H29.168", "H29.169"])] : [];
        await world.Door.AcceptAsync(
            new DoorCall
            {
                Identity = new CallIdentity(Endpoints.Filings, Hash($"portal\nsub-{_filed}"), Hash($"content {_filed}")),
                Answer = Encoding.UTF8.GetBytes($$$"""{"code":"{{{code}}}","receipt":{"version":1}}"""),
                Records =
                [
                    new RegisterDossier(
                        code, Procedure, agency, system, DossierOrigin.Portal, FilingChannel.Online, Central: true, Source, "portal", $"sub-{_filed}",
                        _sealer.HashIdentity("001090000001"), now, system is null ? DossierState.Unrouted : DossierState.Filed, Deadline: null),
                    new StoreContent(ContentOf(code, agency, revision: 1, now)),
                    .. task,
                ],
                Messages =
                [
                    new DoorMessage(
                        new SubmitDossier(
                            code, Procedure, agency, system, DossierOrigin.Portal, FilingChannel.Online, Central: true, now, Agency.Value,
                            new ProcessingTerm(5, TermUnit.WorkingDays, "golden"), Deadline: null, notify),
                        Source),
                ],
            },
            CancellationToken.None);
        return code;
    }

    /// <summary>A dossier that the agency received itself.</summary>
    public async Task<DossierCode> RegisterAsync()
    {
        var (code, now) = (DossierCode.Parse($"H29.168-261121-{++_filed:D4}"), TimeProvider.System.GetUtcNow());
        await world.Door.AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, Procedure, Agency, Systems.Good, DossierOrigin.Agency, FilingChannel.Direct, Central: false, Source, "H29", Submission: null,
                        Applicant: null, now, DossierState.Registered, Deadline: null),
                ],
                Messages = [Message(new RegisterAgencyDossier(code, Procedure, Agency, Systems.Good, FilingChannel.Direct, now, Agency.Value, Term: null))],
            },
            CancellationToken.None);
        return code;
    }

    /// <summary>The agency sends rows, one after the other, of one second each: of rows of one second the further state counts.</summary>
    public async Task SayAsync(DossierCode code, params int[] states)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var row = 0; row < states.Length; row++) await SayAsync(code, states[row], now.AddSeconds(row - states.Length));
    }

    public Task SayAsync(DossierCode code, int state, DateTimeOffset at) => SendAsync(new RecordAgencyStatus(code, Systems.Good, new AgencyStatusRow
    {
        RowId = $"{++_rows:x16}",
        Source = StatusSource.Progress,
        State = (DossierState)state,
        At = at,
        Officer = "Cán bộ Mẫu",
        Department = "Bộ phận một cửa",
        Text = "Nội dung mẫu",
    }));

    /// <summary>The applicant completes a dossier.</summary>
    public Task SupplementAsync(DossierCode code) => world.Door.AcceptAsync(
        new DoorCall
        {
            Identity = new CallIdentity(Endpoints.Supplements, Hash($"supplement {code}"), Hash("content")),
            Answer = "{\"revision\":2}"u8.ToArray(),
            Records = [new StoreContent(ContentOf(code, Agency, revision: 2, TimeProvider.System.GetUtcNow()))],
            Messages = [Message(new SupplementDossier(code, 2, TimeProvider.System.GetUtcNow()))],
        },
        CancellationToken.None);

    /// <summary>Somebody says something else under an identity that is taken.</summary>
    public Task ConflictAsync() => world.Door.AcceptAsync(
        new DoorCall { Identity = new CallIdentity(Endpoints.Filings, Hash("portal\nsub-1"), Hash("other content")) }, CancellationToken.None);

    /// <summary>Rows beside the dossiers: a partner's body, a portal account, who looked, what an agency calls a dossier.</summary>
    public Task KeepAsync(DossierCode code) => world.Door.AcceptAsync(
        new DoorCall
        {
            Records =
            [
                new KeepRawBody(Guid.CreateVersion7(), Systems.Good, "CapNhatTienDoHoSoMC", "ok", "{\"data\":[]}"u8.ToArray()),
                new NotePortalAccount(_sealer.HashIdentity("001090000001"), "tech-1"),
                new NoteView(code, "vanhanh01", "content"),
                new NoteAlias(code, Systems.Good, "HS-1"),
            ],
        },
        CancellationToken.None);

    public Task SendAsync(object message) => world.Door.AcceptAsync(new DoorCall { Messages = [Message(message)] }, CancellationToken.None);

    private static DoorMessage Message(object message) => new(message, Source);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static DossierContent ContentOf(DossierCode code, AgencyCode? agency, int revision, DateTimeOffset now) => new()
    {
        Dossier = code,
        Revision = revision,
        Procedure = Procedure,
        ProcedureName = "Thủ tục mẫu",
        SectorCode = "G15-HT01",
        SectorName = "Hộ tịch",
        Agency = agency,
        AgencyName = "UBND Phường Mẫu",
        Channel = FilingChannel.Online,
        FiledAt = now,
        Applicant = new Applicant { Kind = ApplicantKind.Citizen },
        Form = """{"noiDung":"mẫu"}""",
        Files = [new DossierFile(1, "TP01", "mau.pdf", "application/pdf", 1200, new string('a', 64), new Uri("http://127.0.0.1/mau.pdf"))],
    };
}
