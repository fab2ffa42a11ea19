using System.CommandLine;
using System.Globalization;
using System.Text;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Payments.Accounts;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments accounts import</c>: the accounts that agencies registered for their fees.</summary>
internal sealed class AccountsImportCommand : DvcCommand
{
    private readonly Argument<FileInfo> _file = new("file")
    {
        Description = $"A CSV file in UTF-8 with the columns {string.Join(", ", AgencyAccountFile.Columns)}.",
    };

    public AccountsImportCommand(CliEnvironment environment)
        : base(environment, "import", "Import agencies' accounts. Dirty rows are refused by their line; accounts that the file does not name stay.") =>
            Arguments.Add(_file);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(_file)!;
        if (!file.Exists) throw CliProblemException.NotFound($"There is no file {file}.");
        await using var work = Open();
        var agencies = (await work.LoadCatalogueAsync(cancellationToken)).Agencies;
        var reading = Read(file, code => agencies.Find(code.Code, code.Day)?.Code);
        await PaymentsDesk.NoteAsync(work, "accounts.import", "accounts", file.Name, cancellationToken);
        var result = await new AgencyAccountImport(work.Source).RunAsync(reading, Environment.Operator, cancellationToken);
        return new Answer(
            result,
            console =>
            {
                if (result.Faults.Count > 0)
                {
                    var table = Tables.Of("Dòng", "Cột", "Lỗi");
                    foreach (var fault in result.Faults) table.Row(fault.Line.ToString(CultureInfo.InvariantCulture), fault.Field, fault.Rule);
                    console.Write(table);
                }

                var refused = result.Faults.Select(fault => fault.Line).Distinct().Count();
                console.Line($"Đã ghi {result.Written} tài khoản, từ chối {refused} dòng.");
            },
            result.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static AgencyAccountReading Read(FileInfo file, Func<(Contracts.AgencyCode Code, DateOnly Day), Contracts.AgencyCode?> find)
    {
        try
        {
            // Bytes that are no UTF-8 are an error, not a question mark in an account's name.
            using var text = new StreamReader(file.FullName, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return AgencyAccountFile.Read(text, (code, day) => find((code, day)));
        }
        catch (DecoderFallbackException)
        {
            throw CliProblemException.Refused($"{file.Name}: tệp không phải UTF-8.");
        }
    }
}
