using System.Globalization;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Form;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Platform;

/// <summary>
/// The older payment platform, of which the portal is a client (A2): tells by a callback until MaLoi is 00. It has no documented policy; it
/// goes by the rule of those who have none.
/// </summary>
internal sealed class PlatformBank(BankCalls calls, SandboxOptions options) : IBank
{
    /// <summary>LoaiBanTin of its callback: the literal is not known, this is the placeholder of the test vector.</summary>
    public const string CallbackType = "CONFIRM";

    /// <inheritdoc/>
    public string Name => BankNames.Platform;

    /// <inheritdoc/>
    public bool IsPage => true;

    /// <inheritdoc/>
    public TimeSpan CutOff => TimeSpan.FromHours(23);

    /// <inheritdoc/>
    public string StatementFamily => "portal-1";

    /// <inheritdoc/>
    public string PaidCode => "00";

    /// <inheritdoc/>
    public string? FailedCode => "01";

    /// <inheritdoc/>
    public ResendPolicy Resends => FormBank.HouseRule;

    /// <summary>The fields of a callback, and of the reply to a QUERY, with their hash.</summary>
    public static List<(string Name, string Value)> FieldsOf(BankOrderRecord order, BankTransaction? transaction, string type)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LoaiBanTin"] = type,
            ["MaLoi"] = transaction is null ? "03" : transaction.Code,
            ["MaDoiTac"] = BankNames.PlatformPartner,
            ["MaThamChieu"] = order.Reference,
            ["SoTien"] = (transaction?.ToldAmount ?? order.Amount).ToString(CultureInfo.InvariantCulture),
            ["MaTienTe"] = "VND",
            ["MaGiaoDich"] = transaction?.No ?? "",
            ["MaNganHang"] = "VCB",
            ["ThoiGianGD"] = BankClock.Write(transaction?.At ?? order.CreatedAt),
            ["ThongTinGiaoDich"] = order.Info,
        };
        return [.. PlatformHash.Callback.Select(name => (name, fields[name])), (
            PlatformHash.Name, PlatformHash.Of(PlatformHash.Callback, name => fields[name]))];
    }

    /// <inheritdoc/>
    public async Task<CallbackVerdict> TellAsync(BankOrderRecord order, BankTransaction transaction, bool isForged, CancellationToken cancellationToken)
    {
        var members = FieldsOf(order, transaction, CallbackType).Select(field => field.Name switch
        {
            "SoTien" => (field.Name, WireJson.Number(transaction.ToldAmount)), // An integer here, a text in the receipt (5.3).
            PlatformHash.Name when isForged => (field.Name, WireJson.Text(field.Value[..^1] + (field.Value[^1] == '0' ? '1' : '0'))),
            _ => (field.Name, WireJson.Text(field.Value)),
        });
        var answer = await calls.SendAsync(
            BankCalls.Post(new Uri(options.Gateway, "/callbacks/platform"), WireJson.Bytes(WireJson.Object(members))), cancellationToken);
        if (answer is not { Status: 200 } || WireFields.TryRead(answer.Body)?["MaLoi"] is not { Length: > 0 } code) return CallbackVerdict.None;
        return new CallbackVerdict(code == "00" ? CallbackVerdictKind.Taken : CallbackVerdictKind.Again, code);
    }
}
