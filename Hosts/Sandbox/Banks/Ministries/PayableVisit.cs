using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Banks.Ministries;

/// <summary>
/// The portal asks a ministry's system what is to be paid for a dossier (5.7, dptracuuthanhtoanhs): error_code 1 is the good answer. Every
/// third dossier has nothing to pay.
/// </summary>
internal sealed class PayableVisit(string partner, WireFields request, TimeProvider time) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        var dossier = request["MaHoSo"];
        if (fault == FaultKind.Refuse || dossier.Length == 0) return Answer(-1, new JsonArray());
        var number = Chance.Number(0, "payable", dossier);
        if (number % 3 == 0) return Answer(0, new JsonArray());
        var amount = ((long)(number % 20) + 1) * 10_000;
        var account = InitRequest.AccountOf(dossier);
        return Answer(1, WireJson.Object(
            ("transaction_id", WireJson.Text(dossier)),
            ("client_id", WireJson.Text(partner)),
            ("MaTraCuuTT", WireJson.Text(dossier + BankClock.Write(time.GetUtcNow()))),
            ("MaDichVu", WireJson.Text("2")),
            ("MaHoSo", WireJson.Text(dossier)),
            ("TKThuHuong", WireJson.Text(account)),
            ("MaNHThuHuong", WireJson.Text("VCB")),
            ("NoiDungThanhToan", WireJson.Text("Le phi ho so")),
            ("SoTien", WireJson.Text(amount.ToString(CultureInfo.InvariantCulture)))));
    }

    private static HttpAnswer Answer(int code, JsonNode message) =>
        HttpAnswer.OfJson(WireJson.Bytes(WireJson.Object(("error_code", WireJson.Number(code)), ("message", message))));
}
