using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Accounts.Import;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Accounts;

/// <summary>A list of officers with bad rows: all of them are reported, the good ones taken, and a repetition changes nothing.</summary>
internal sealed class When_officers_are_imported
{
    private const string Heading = "unit,fullName,personalId,position,phone,email,groups";

    /// <summary>What can be wrong with a row: the row, and the column and rule that are reported.</summary>
    private static readonly (Func<int, string> Row, string Fault)[] Bad =
    [
        (number => Row(number, unit: "H99.999"), "unit account.unknown-unit"),
        (number => Row(number, name: ""), "fullName account.missing"),
        (number => Row(number, person: "12345"), "personalId account.personal-number"),
        (number => Row(number, position: ""), "position account.missing"),
        (number => Row(number, phone: "0241234567"), "phone account.phone"),
        (number => Row(number, email: "a@gmail.com"), "email account.official-email"),
        (number => Row(number, groups: "GIAM_DOC"), "groups account.unknown-word"),
        (number => Row(number, groups: "QUAN_TRI"), "groups account.administrators-only"),
        (_ => "H26,thiếu cột", " file.row"),
        (_ => Row(1), "personalId account.twice-in-file"),
    ];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dvc-officers").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Should_report_every_bad_row_of_fifty_thousand_by_line_field_and_rule()
    {
        const int Rows = 50_000;
        using var text = new StringReader(ListOf(Rows, out var expected));

        var reading = OfficerFile.Read(text, code => code.Value == "H26" ? new AccountUnit(code, Contracts.Accounts.GroupSet.All, ["H26"]) : null, ["gov.vn"]);

        expected.Count.ShouldBe(Rows / 100);
        reading.Faults.Select(fault => $"{fault.Line} {fault.Field} {fault.Code}").ShouldBe(expected);
        reading.Lines.Count.ShouldBe(Rows - expected.Count);
        reading.Faults.ShouldAllBe(fault => !fault.Rule.Contains("gmail") && !fault.Rule.Contains("0241234567"));
    }

    [Test]
    public async Task Should_take_the_good_rows_once_however_often_it_is_repeated()
    {
        const int Rows = 1000;
        await using var world = await AccountWorld.StartAsync();
        var file = Path.Combine(_folder, "can-bo.csv");
        await File.WriteAllTextAsync(file, ListOf(Rows, out var expected));

        var first = await world.Dvc.RunAsync("accounts", "import", file, "--document", "1/DS", "--document-date", "2026-03-02", "--document-file", "files/1", "--json");
        first.ExitCode.ShouldBe(ExitCodes.Problems, first.Error);
        await Eventually.HoldsAsync(
            () => world.Database.ScalarAsync<bool>($"select count(*) = {Rows - expected.Count} from account.account where state = 7"), "everybody has access");
        var second = await world.Dvc.RunAsync("accounts", "import", file, "--json");

        Counts(first).ShouldBe((Rows - expected.Count, 0, expected.Count));
        Counts(second).ShouldBe((0, Rows - expected.Count, expected.Count));
        (await world.Database.ScalarAsync<long>("select count(*) from account.account")).ShouldBe(Rows - expected.Count);
        (await world.Database.ScalarAsync<long>("select count(*) from account.step where step = 'accounts.create-account.v1' and by_account = 'truc-ban'")).ShouldBe(Rows - expected.Count);
    }

    [Test]
    public async Task Should_refuse_somebody_who_has_another_account()
    {
        await using var world = await AccountWorld.StartAsync();
        var file = Path.Combine(_folder, "can-bo.csv");
        await File.WriteAllTextAsync(file, $"{Heading}\n{Row(1)}\n");
        (await world.Dvc.RunAsync("accounts", "import", file)).ExitCode.ShouldBe(ExitCodes.Ok);
        await Eventually.HoldsAsync(() => world.Database.ScalarAsync<bool>("select exists (select 1 from account.post)"), "it is made");
        await File.WriteAllTextAsync(file, $"{Heading}\n{Row(1, groups: "VAN_THU")}\n");

        var again = await world.Dvc.RunAsync("accounts", "import", file);

        again.ExitCode.ShouldBe(ExitCodes.Problems);
        again.Output.ShouldContain("account.person-has-account");
    }

    [Test]
    public async Task Should_refuse_a_file_that_is_none()
    {
        await using var database = await SeededDatabase.CreateAsync();
        var dvc = new Support.Dvc(database);
        var file = Path.Combine(_folder, "sai.csv");
        await File.WriteAllBytesAsync(file, [0xFF, 0xFE, 0x41]);

        (await dvc.RunAsync("accounts", "import", file)).ExitCode.ShouldBe(ExitCodes.Problems);
        (await dvc.RunAsync("accounts", "import", Path.Combine(_folder, "khong-co.csv"))).ExitCode.ShouldBe(ExitCodes.NotFound);
        await File.WriteAllTextAsync(file, "ten,so\nA,1\n");
        (await dvc.RunAsync("accounts", "import", file)).Output.ShouldContain("file.heading");
    }

    /// <summary>Every hundredth row is bad, each in another way.</summary>
    private static string ListOf(int rows, out List<string> faults)
    {
        var (lines, found) = (new List<string>(rows + 1) { Heading }, new List<string>());
        for (var number = 1; number <= rows; number++)
        {
            if (number % 100 == 0)
            {
                var (row, fault) = Bad[number / 100 % Bad.Length];
                lines.Add(row(number));
                found.Add($"{number + 1} {fault}");
            }
            else
            {
                lines.Add(Row(number));
            }
        }

        faults = found;
        return string.Join('\n', lines);
    }

    private static string Row(
        int number, string unit = "H26", string name = "Nguyễn Văn Mẫu", string? person = null, string position = "Chuyên viên", string phone = "0912345678",
        string email = "mau@hanoi.gov.vn", string groups = "TIEP_NHAN;XU_LY") =>
        string.Join(',', unit, name, person ?? number.ToString("'001090'000000", CultureInfo.InvariantCulture), position, phone, email, groups);

    private static (int Made, int Same, int Faults) Counts(Support.CommandResult result) =>
        (result.Json.GetProperty("made").GetInt32(), result.Json.GetProperty("same").GetInt32(), result.Json.GetProperty("faults").GetArrayLength());
}
