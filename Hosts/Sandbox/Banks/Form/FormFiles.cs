using System.Globalization;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Statements;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>3.9: a bank in the form gives the transactions of a day (type 1), and takes the portal's answer to them (type 2).</summary>
internal sealed class FormFiles(StatementDesk statements, AnswerFiles answers)
{
    /// <summary>Exchanges a file.</summary>
    public HttpAnswer Exchange(FormCall call)
    {
        var day = call.Fields["day"];
        if (!DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return call.Answer("03", "day");
        if (call.Fields["fileType"] == "2") return Take(call, day);
        if (call.Fields["fileType"] != "1") return call.Answer("03", "fileType");
        return statements.Make(call.Bank.Name, date) is not { } file ? call.Answer("98", "not made yet") : call.Answer(
            "00",
            "OK",
            ("day", WireJson.Text(day)),
            ("fileName", WireJson.Text(file.Name)),
            ("content", WireJson.Text(Convert.ToBase64String(file.Content))),
            ("sha256", WireJson.Text(Digests.Sha256(file.Content))));
    }

    private HttpAnswer Take(FormCall call, string day)
    {
        var encoded = call.Fields["content"];
        var bytes = new byte[encoded.Length];
        if (encoded.Length == 0 || !Convert.TryFromBase64String(encoded, bytes, out var length)) return call.Answer("03", "content");
        answers.Keep(call.Bank.Name, day, bytes[..length]);
        return call.Answer("00", "OK", ("day", WireJson.Text(day)), ("fileName", WireJson.Text($"{call.Bank.Name}_{day}_2.txt")));
    }
}
