using System.Globalization;
using System.Net;
using System.Text;
using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>What payment partners answer to our questions and refunds, through the whole operation; most of it signed after it was spoilt.</summary>
internal static class PartnerAnswerTargets
{
    private const string Reference = "D26112100000000001";
    private const string Vnpay =
        """
        {"vnp_ResponseId":"R1","vnp_Command":"$COMMAND","vnp_ResponseCode":"00","vnp_Message":"QueryDR Success","vnp_TmnCode":"TESTTMN1","vnp_TxnRef":"D26112100000000001",
         "vnp_Amount":"15000000","vnp_BankCode":"NCB","vnp_PayDate":"20261121080530","vnp_TransactionNo":"14000001","vnp_TransactionType":"$TYPE",
         "vnp_TransactionStatus":"00","vnp_OrderInfo":"Nop phi","vnp_PromotionCode":"","vnp_PromotionAmount":"","vnp_SecureHash":"{{hash:vnpay}}"}
        """;

    private static readonly string[] RefundOrder =
    [
        "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message", "vnp_TmnCode", "vnp_TxnRef", "vnp_Amount", "vnp_BankCode", "vnp_PayDate",
        "vnp_TransactionNo", "vnp_TransactionType", "vnp_TransactionStatus", "vnp_OrderInfo",
    ];

    private static readonly string[] QueryOrder = [.. RefundOrder, "vnp_PromotionCode", "vnp_PromotionAmount"];
    private static readonly Doc Query = Doc.Parse(Vnpay.Replace("$COMMAND", "querydr", StringComparison.Ordinal).Replace("$TYPE", "01", StringComparison.Ordinal));
    private static readonly Doc Refund = Doc.Parse(Vnpay.Replace("$COMMAND", "refund", StringComparison.Ordinal).Replace("$TYPE", "02", StringComparison.Ordinal));

    private static readonly Doc[] VietQrAnswers =
    [
        Doc.Parse("""[{"referenceNumber":"14000001","orderId":"D26112100000000001","amount":150000,"status":1,"type":0,"transType":"C","timePaid":1795219530,"refundCount":0,"amountRefunded":0}]"""),
        Doc.Parse("""[{"referenceNumber":"14000001","orderId":"D26112100000000001","amount":"150000","status":"1","type":"1","timePaid":1795219530000,"refundCount":"1","amountRefunded":"150000"}]"""),
        Doc.Parse("""{"status":"SUCCESS","message":"ok"}"""), Doc.Parse("""{"status":"FAILED","message":"E46"}"""), Doc.Parse("[]"),
        Doc.Parse("""{"access_token":"abc","token_type":"Bearer","expires_in":300}"""),
    ];

    private static readonly Doc[] BankAnswers =
    [
        Doc.Parse("""{"requestId":"{{request}}","code":"00","orderReference":"D26112100000000001","transactionNo":"FT1","amountVnd":150000,"status":"SUCCESS","paymentCode":"00","payerBank":"NCB","beneficiaryAccount":"0123456789","paidAt":"20261121080530","refundReference":"D26112100000000001-refund-1","bankReference":"B1"}"""),
        Doc.Parse("""{"requestId":"{{request}}","code":"00","orderReference":"D26112100000000001","qrContent":"000201","payUrl":"https://bank.example/p","aliasAccount":"A1","account":"0123456789","holderName":"Nguyễn Văn Mẫu","isActive":true,"transactionNo":"FT1","receiptNo":"1","url":"https://bank.example/r","disbursementReference":"C1","status":"PENDING"}"""),
        Doc.Parse("""{"requestId":"{{request}}","code":"00","day":"20261120","fileName":"a.txt","content":"eA==","sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}"""),
        Doc.Parse("""{"requestId":"{{request}}","code":"05","message":"Nguyễn Văn Mẫu 001090000018"}"""),
    ];

    private static readonly Doc[] PlatformAnswers =
    [
        Doc.Parse("""{"LoaiBanTin":"QUERY","MaLoi":"00","MaDoiTac":"DOITAC1","MaThamChieu":"D26112100000000001","SoTien":"150000","MaTienTe":"VND","MaGiaoDich":"GD1","MaNganHang":"VCB","ThoiGianGD":"20261121080530","ThongTinGiaoDich":"Nop","TrangThaiGD":"1","MaXacThuc":"{{hash:platform}}","UrlThanhToan":"https://a.example/p"}"""),
        Doc.Parse("""{"error_code":"0","message":"{\"MaLoi\":\"00\",\"UrlThanhToan\":\"https://a.example/p\"}"}"""),
        Doc.Parse("""{"MaLoi":"07","MoTaLoi":"Nguyễn Văn Mẫu"}"""),
    ];

    private static readonly int[] Statuses = [200, 200, 200, 200, 200, 201, 204, 302, 400, 401, 404, 408, 409, 413, 429, 500, 502, 503, 599, 999];
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");
    private static readonly DateTimeOffset StartedAt = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly PaymentReference Order = PaymentReference.Parse(Reference);
    private static readonly PartnerCall Call = new(Guid.Empty, "payers:x", 1, StartedAt, TimeSpan.FromSeconds(30));
    private static readonly AskPayment Question = new(Order, "x", StartedAt);
    private static readonly RefundPayment Command = new(Order, 1, "x", "14000001", StartedAt, new Vnd(150_000), IsFull: true);
    private static readonly AskRefundState StateQuestion = new(Order, 1, "x", "14000001", StartedAt);

    public static IEnumerable<IFuzzTarget> All =>
    [
        new ReaderTarget("vnpay-answer", MakeVnpay, reply => Judge(reply, http => new VnpayOperations(
            new VnpayClient(http, VnpaySettings.Development(Nowhere, Nowhere), TimeProvider.System), new OneOrder())), "BoundedBody.ReadAsync"),
        new ReaderTarget("vietqr-answer", dice => Make(dice, VietQrAnswers), ReadVietQr, "PartnerJson.ReadList"),
        new ReaderTarget("vietqr-token-answer", dice => Make(dice, VietQrAnswers), ReadToken),
        new ReaderTarget("bank-answer", dice => Make(dice, BankAnswers), ReadBank),
        new ReaderTarget("platform-answer", dice => Make(dice, PlatformAnswers), ReadPlatform),
        new ReaderTarget("ministry-answer", dice => Make(dice, PlatformAnswers), ReadMinistry),
    ];

    private static byte[] MakeVnpay(Dice dice)
    {
        var isQuery = dice.OnceIn(2);
        var text = InputSignatures.SignAnswer(JsonMutation.Spoil(dice, isQuery ? Query : Refund), isQuery ? QueryOrder : RefundOrder);
        return [.. Head(dice), .. ByteMutation.OfText(dice, text)];
    }

    private static byte[] Make(Dice dice, Doc[] samples) =>
        [.. Head(dice), .. InputSignatures.SignPlatform(ByteMutation.OfText(dice, JsonMutation.Spoil(dice, dice.Pick(samples))))];

    private static byte[] Head(Dice dice) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{dice.Pick(Statuses)} {dice.Pick(["", "", "120", "-1", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "99999999999", "x"])}\n"));

    private static string? Judge(byte[] reply, Func<HttpClient, IPartnerOperations> make)
    {
        using var http = BankHttp.CreateClient(new PartnerReplies(reply));
        var operations = make(http);
        Outcome[] outcomes =
        [
            Now(operations.AskPaymentAsync(Question, Call, CancellationToken.None)), Now(operations.RefundAsync(Command, Call, CancellationToken.None)),
            Now(operations.AskRefundAsync(Command, Call, CancellationToken.None)), Now(operations.AskRefundStateAsync(StateQuestion, Call, CancellationToken.None)),
        ];
        return outcomes.Select(Broken).FirstOrDefault(fault => fault is not null);
    }

    private static string? ReadVietQr(byte[] reply)
    {
        var clients = new List<VietQrClient>();
        var broken = Judge(reply, http =>
        {
            clients.Add(new VietQrClient(http, VietQrSettings.Development(Nowhere), TimeProvider.System));
            return new VietQrOperations(clients[0], new OneOrder());
        });
        clients.ForEach(client => client.Dispose());
        return broken;
    }

    /// <summary>The same reply to everything: what is no token is not gone on with.</summary>
    private static string? ReadToken(byte[] reply)
    {
        using var http = BankHttp.CreateClient(new CannedReplies(reply));
        using var client = new VietQrClient(http, VietQrSettings.Development(Nowhere), TimeProvider.System);
        return Broken(Now(new VietQrOperations(client, new OneOrder()).RefundAsync(Command, Call, CancellationToken.None)));
    }

    private static string? ReadBank(byte[] reply)
    {
        using var http = BankHttp.CreateClient(new PartnerReplies(reply));
        var client = new BankFormClient(http, BankFormSettings.Development("mb", Nowhere), TimeProvider.System);
        var end = StartedAt.AddDays(1);
        return Broken(Ask(client, BankOperations.Create, new BankOrder(Reference, new Vnd(150_000), "0123456789", "Nop phi", end)))
            ?? Broken(Ask(client, BankOperations.Receipt, new BankReceiptQuestion(Reference, "FT1")))
            ?? Broken(Ask(client, BankOperations.Account, new BankAccountQuestion("970436", "0123456789")))
            ?? Broken(Ask(client, BankOperations.Disburse, new BankDisbursement("C1", "970436", "0123456789", new Vnd(1), "Chi")))
            ?? Broken(Ask(client, BankOperations.Reconcile, new BankFileQuestion(new DateOnly(2026, 11, 20), 1)))
            ?? Judge(reply, _ => new BankOrderOperations(client, new OneOrder()));
    }

    private static string? ReadPlatform(byte[] reply)
    {
        var settings = new PlatformClientSettings
        {
            Enabled = true,
            InitUrl = Nowhere,
            QueryUrl = Nowhere,
            MaDoiTac = DevelopmentDefaults.PlatformPartner,
            Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.PlatformSecret }],
        };
        using var http = BankHttp.CreateClient(new PartnerReplies(reply));
        var calls = new PlatformClientCalls(http, settings, TimeProvider.System);
        var order = new PlatformOrder { Reference = Reference, Amount = new Vnd(150_000), Info = "Nop phi", PayerIp = IPAddress.Loopback, Receipt = new ThongTinBienLai() };
        return Broken(Now(calls.InitAsync(order, CancellationToken.None))) ?? Judge(reply, _ => new PlatformOperations(calls));
    }

    private static string? ReadMinistry(byte[] reply)
    {
        using var http = BankHttp.CreateClient(new PartnerReplies(reply));
        var settings = PlatformSettings.Development;
        var state = new PlatformState
        {
            MaDoiTac = DevelopmentDefaults.PlatformPartner,
            MaThamChieu = Reference,
            SoTien = new Vnd(150_000),
            MaGiaoDich = "GD1",
            MaNganHang = "VCB",
            ThoiGianGD = StartedAt,
            ThongTinGiaoDich = "Nop phi",
            Result = PaymentResult.Paid,
        };
        var endpoint = new MinistryEndpoint(Nowhere, new Dictionary<string, string>(StringComparer.Ordinal));
        return Broken(Now(new MinistryCallbackClient(http, settings, new PlatformPartners(settings), TimeProvider.System).SendAsync(state, endpoint, CancellationToken.None)));
    }

    private static PartnerAnswer<TAnswer> Ask<TRequest, TAnswer>(BankFormClient client, BankOperation<TRequest, TAnswer> operation, TRequest request)
        where TAnswer : class => Now(client.CallAsync(operation, request, "REQ1", CancellationToken.None));

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static string? Broken<T>(PartnerAnswer<T> answer)
        where T : class => answer switch
        {
            PartnerAnswer<T>.Refused refused => Broken($"{refused.Code} {refused.Reason}", null),
            PartnerAnswer<T>.NotSent notSent => Broken(notSent.Reason, notSent.RetryAfter),
            PartnerAnswer<T>.Unknown unknown => Broken(unknown.Reason, null),
            _ => null,
        };

    private static string? Broken(Outcome outcome) => Broken(outcome.Reason, outcome.RetryAfter);

    private static string? Broken(string? reason, TimeSpan? wait)
    {
        if (wait is { } patience && (patience < TimeSpan.Zero || patience > TimeSpan.FromHours(1))) return $"a wait of {patience}";
        return CapturedLog.Secrets.Any(secret => reason?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true) ? "a reason that repeats the answer" : null;
    }

    private sealed class OneOrder : IOrderRecords
    {
        public ValueTask<OrderRecord?> FindAsync(PaymentReference reference, CancellationToken cancellationToken) => new(new OrderRecord(
            new BeneficiaryAccount("0123456789", "970436", "KBNN mau", IsTreasury: true),
            [new RefundRecord(1, "x", "14000001", new Vnd(150_000), RefundState.InProgress)]));
    }
}
