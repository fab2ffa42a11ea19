using System.Security.Cryptography;
using System.Text;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Payments.Desk;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Operations.Access;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Reconciliation;

/// <summary>A file in the layout of the development bank, written by hand: line checksums are MD5 of the values, CR LF.</summary>
internal static class BankFile
{
    public static readonly DateOnly Day = new(2026, 11, 20);

    public static string Of(params (string Number, long Amount)[] lines)
    {
        var text = new StringBuilder();
        foreach (var (number, amount) in lines)
        {
            string[] values = ["DR", "", "VND", "PAY", $"{amount}", "0", "", "20261120100000", "", number, "", "00", "", "3511.0.1054321", "", "PAY"];
            text.Append(string.Join('|', values)).Append('|').Append(Md5(string.Concat(values))).Append("\r\n");
        }

        return text.Append($"TR|{lines.Length}|MB|20261121060000|{Md5($"20261121060000{lines.Length}")}\r\n").ToString();
    }

    /// <summary>Hands a file in, as an operator does by command.</summary>
    public static Task<IntakeAnswer> TakeAsync(OperationsFixture screen, string name, string content)
    {
        var desk = screen.Services.GetRequiredService<ReconciliationDesk>();
        var bytes = Encoding.UTF8.GetBytes(content);
        return desk.TakeAsync(
            desk.Partner("mb"), name, () => new MemoryStream(bytes, writable: false), announced: null, Day,
            Signatory.OfScreen(new Operator("dev:test", "test", OperatorRole.Supervisor, Scope: null)), CancellationToken.None);
    }

#pragma warning disable CA5351 // The bank's layout says MD5.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
