using System.Globalization;
using System.Text;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>What one-stop systems answer to a delivery and to the question after it, through the whole operation.</summary>
internal static class OneStopReplyTargets
{
    private static readonly Doc[] Replies =
    [
        Doc.Parse("""{"error_code":"0","message":"Đồng bộ thành công","result":[{"index":0,"MaHoSo":"H29.101-261121-5000001","error_code":"0","code":"stored","field":"","message":"ok"}]}"""),
        Doc.Parse("""{"error_code":0,"message":"{\"error_code\":\"1\",\"message\":\"Hồ sơ đã tồn tại\",\"result\":[]}"}"""),
        Doc.Parse("""[{"error_code":"-1","message":"H29.101-261121-5000001| Nguyễn Văn Mẫu 001090000018 sai","result":{"data":[{"MaHoSo":"x","TrangThaiHoSo":"2"}]}}]"""),
        Doc.Parse("""{"error_code":"00","message":"","session":"abc","result":[{"MaHoSo":"H29.101-261121-5000001","TrangThaiHoSo":"4","MaTTHC":"1.001193"}],"data":[]}"""),
    ];

    private static readonly int[] Statuses = [200, 200, 200, 200, 201, 204, 302, 400, 401, 404, 408, 413, 429, 500, 502, 503, 599, 999];

    public static IEnumerable<IFuzzTarget> All =>
    [
        new ReaderTarget("onestop-reply", Make, Deliver, "BoundedBody.ReadAsync", "ReplyEnvelope.Read"),
        new ReaderTarget("onestop-lookup-reply", Make, Ask),
        new ReaderTarget("onestop-reply-body", dice => ByteMutation.OfText(dice, JsonMutation.Spoil(dice, dice.Pick(Replies))), ReadRows),
    ];

    private static byte[] Make(Dice dice) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{dice.Pick(Statuses)} {dice.Pick(["", "", "120", "-1", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "99999999999", "x"])}\n")),
        .. ByteMutation.OfText(dice, JsonMutation.Spoil(dice, dice.Pick(Replies))),
    ];

    private static string? Deliver(byte[] reply) => Judge(reply, (operation, call) => operation.CallAsync(Ports.Command, call, CancellationToken.None));

    private static string? Ask(byte[] reply) => Judge(reply, (operation, call) => operation.AskAsync(Ports.Command, call, CancellationToken.None));

    private static string? Judge(byte[] reply, Func<DeliverDossierOperation, PartnerCall, Task<Outcome>> run)
    {
        using var http = OneStopHttp.CreateClient(new CannedReplies(reply));
        var ports = new Ports();
        var outcome = run(new DeliverDossierOperation(http, ports, ports, ports, TimeProvider.System), Ports.Call).GetAwaiter().GetResult();
        if (outcome.RetryAfter is { } wait && (wait < TimeSpan.Zero || wait > TimeSpan.FromHours(1))) return $"a wait of {wait}";
        return CapturedLog.Secrets.Any(secret => secret != Nasty.Canary && outcome.Reason?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true)
            ? "a reason that names the applicant"
            : null;
    }

    private static string? ReadRows(byte[] reply)
    {
        var read = ReplyEnvelope.Read(reply);
        if (!read.IsRead) return read.Fault.Message.Length == 0 ? "a fault without a message" : null;
        return read.Value.Results.All(row => row is not null) ? null : "a row that is none";
    }

    private sealed class Ports : IDossierContents, IOneStopDirectory, IFileLinks
    {
        private static readonly DossierCode Code = DossierCode.Parse("H29.101-261121-5000001");

        public static PartnerCall Call { get; } = new(Guid.Empty, "onestop:H29", 1, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(30));

        public static DeliverDossier Command { get; } = new(Code, "H29", 1);

        public ValueTask<DossierContent?> FindAsync(DossierCode dossier, int revision, CancellationToken cancellationToken) => new(new DossierContent
        {
            Dossier = Code,
            Revision = 1,
            Procedure = ProcedureCode.Parse("1.001193"),
            ProcedureName = "Thủ tục đăng ký khai sinh",
            SectorCode = "G15-HT02",
            SectorName = "Hộ tịch",
            Channel = FilingChannel.Online,
            FiledAt = DateTimeOffset.UnixEpoch,
            Applicant = new Applicant
            {
                Kind = ApplicantKind.Citizen,
                FullName = PersonName.TryParse("Nguyễn Văn Mẫu", out var name) ? name : null,
                PersonalId = PersonalId.TryParse("001090000018", out var number) ? number : null,
            },
            Files = [],
            ReturnBy = ResultReturn.Direct,
        });

        public OneStopSystem? Find(string code) => new()
        {
            Code = "H29",
            Number = 29,
            Name = "x",
            Owner = AgencyCode.Parse("H29"),
            BaseUrl = new Uri("http://127.0.0.1:9/"),
        };

        public Uri LinkFor(DossierCode dossier, int revision, int fileNumber) => new("http://127.0.0.1:9/f");
    }
}
