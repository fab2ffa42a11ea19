using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Registries.Schema;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Reconcile;

/// <summary>An operator hands a file in, runs the day, runs it again, and writes the reports.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_a_day_is_reconciled_by_hand
{
    private const string Date = "2026-11-20";
    private TestDatabase _database = null!;
    private string _folder = "";

    private Dvc Dvc => new(_database);

    [SetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        _folder = Path.Combine(Path.GetTempPath(), $"reconcile-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_folder);
    }

    [TearDown]
    public async Task EndAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _database.DisposeAsync();
    }

    /// <summary>A file in the layout of the development bank, written by hand: line checksums are MD5 of the values, CR LF.</summary>
    private string File(string name, params (string Number, long Amount)[] lines)
    {
        var text = new StringBuilder();
        foreach (var (number, amount) in lines)
        {
            string[] values = ["DR", "", "VND", "PAY", $"{amount}", "0", "", "20261120100000", "", number, "", "00", "", "3511.0.1054321", "", "PAY"];
            text.Append(string.Join('|', values)).Append('|').Append(Md5(string.Concat(values))).Append("\r\n");
        }

        text.Append($"TR|{lines.Length}|MB|20261121060000|{Md5($"20261121060000{lines.Length}")}\r\n");
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text.ToString());
        return path;
    }

#pragma warning disable CA5351 // The bank's layout says MD5.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    [Test]
    public async Task Should_take_run_repeat_and_report()
    {
        var taken = await Dvc.RunAsync("reconcile", "file", "--partner", "mb", File("MB_20261120.txt", ("FT1", 50_000), ("FT2", 60_000)), "--json");
        taken.ExitCode.ShouldBe(0, taken.Output + taken.Error);
        taken.Json.GetProperty("file").GetProperty("lines").GetInt64().ShouldBe(2);

        var run = await Dvc.RunAsync("reconcile", "run", "--partner", "mb", "--date", Date, "--json");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Json.GetProperty("verdict").GetString().ShouldBe("completed");
        run.Json.GetProperty("run").GetProperty("opened").GetInt32().ShouldBe(2);
        var again = await Dvc.RunAsync("reconcile", "run", "--partner", "mb", "--date", Date, "--json");
        again.Json.GetProperty("verdict").GetString().ShouldBe("sameAgain");
        again.Json.GetProperty("digest").GetString().ShouldBe(run.Json.GetProperty("digest").GetString());
        (await _database.ScalarAsync<long>("select count(*) from bus.ready")).ShouldBe(2);

        var shown = await Dvc.RunAsync("reconcile", "show", "--partner", "mb", "--date", Date);
        shown.Output.ShouldContain("Cộng = đầu vào");
        shown.Output.ShouldContain("110.000 ₫");
        shown.Output.ShouldContain("2 chênh lệch phải tra soát.");
        (await Dvc.RunAsync("reconcile", "runs")).Output.ShouldContain("mb-20261120-1");

        var to = Path.Combine(_folder, "reports");
        (await Dvc.RunAsync("reconcile", "report", "--partner", "mb", "--date", Date, "--to", to)).ExitCode.ShouldBe(0);
        Directory.GetFiles(to).Select(Path.GetFileName).ShouldBe(
            ["MB_20261120_DVCQG.txt", "bien-ban_mb_20261120_1.html", "doi-soat_mb_20261120_1.csv"], ignoreOrder: true);
    }

    [Test]
    public async Task Should_say_which_line_breaks_which_rule()
    {
        var path = File("MB_20261120.txt", ("FT1", 50_000), ("FT2", 60_000));
        System.IO.File.WriteAllText(path, System.IO.File.ReadAllText(path).Replace("|60000|", "|60001|", StringComparison.Ordinal));

        var answer = await Dvc.RunAsync("reconcile", "file", "--partner", "mb", path);

        answer.ExitCode.ShouldBe(1);
        answer.Output.ShouldContain("dòng 2 Checksum, quy tắc Checksum");
        var files = await Dvc.RunAsync("reconcile", "files", "--json");
        files.Json.GetProperty("files").GetArrayLength().ShouldBe(0);
        files.Json.GetProperty("rejected")[0].GetProperty("line").GetInt64().ShouldBe(2);
    }

    [Test]
    public async Task Should_not_run_without_a_file()
    {
        var answer = await Dvc.RunAsync("reconcile", "run", "--partner", "mb", "--date", Date);

        answer.ExitCode.ShouldBe(2);
        answer.Error.ShouldContain("Chưa có tệp của mb");
    }

    [Test]
    public async Task Should_refuse_a_partner_that_sends_no_files()
    {
        var answer = await Dvc.RunAsync("reconcile", "run", "--partner", "nobody", "--date", Date, "--json");

        answer.ExitCode.ShouldBe(2);
        answer.Json.GetProperty("error").GetString()!.ShouldContain("mb");
        answer.Json.ValueKind.ShouldBe(JsonValueKind.Object);
    }
}
