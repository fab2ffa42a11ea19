using System.CommandLine;
using System.Text;
using DichVuCong.Cli.Running;
using DichVuCong.Runtime.Parking;
using Npgsql;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked show</c>: one parked message; its body only for a reason, which is recorded.</summary>
internal sealed class ParkedShowCommand : DvcCommand
{
    private readonly Argument<Guid> _id = new("message") { Description = "The message's id." };
    private readonly Option<bool> _body = new("--body") { Description = "Show the body, which may hold personal data; needs --reason and is recorded." };
    private readonly Option<string?> _reason = Parameters.Reason("Why the body is looked at.");

    public ParkedShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show a parked message.")
    {
        Arguments.Add(_id);
        Options.Add(_body);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, withBody, reason) = (arguments.GetValue(_id), arguments.GetValue(_body), arguments.GetValue(_reason)?.Trim());
        if (withBody && string.IsNullOrEmpty(reason)) throw CliProblemException.Usage("--body needs --reason: who looks at personal data says why.");
        await using var work = Open();
        var parked = (await new ParkingDesk(work.Source, Environment.Time).ListAsync(int.MaxValue, cancellationToken)).FirstOrDefault(row => row.Id == id)
            ?? throw CliProblemException.NotFound($"Không có bản tin {id} trong bãi đỗ.");
        var body = withBody ? await ReadBodyAsync(work.Source, parked, reason!, cancellationToken) : null;
        return new Answer(new { parked, body }, console =>
        {
            console.Line($"{parked.Type} của {parked.Key}, tại {parked.Where}, đỗ từ {Tables.Time(parked.ParkedAt)} sau {parked.Attempts} lần");
            console.Line($"Lý do: {parked.Error}");
            console.Line($"{parked.Waiting} bản tin của {parked.Key} chờ phía sau.");
            if (body is not null) console.Line(body);
        });
    }

    private async Task<string?> ReadBodyAsync(NpgsqlDataSource database, ParkedView parked, string reason, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with seen as (insert into dossier.viewed (account, action, code) values ($2, $3, $4) returning id)
            select p.body from bus.parked p, seen where p.id = $1
            """);
        command.Parameters.Add(new() { Value = parked.Id });
        command.Parameters.Add(new() { Value = Environment.Operator });
        command.Parameters.Add(new() { Value = $"dvc parked show --body: {reason}" });
        command.Parameters.Add(new() { Value = parked.Key });
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] body ? Encoding.UTF8.GetString(body) : null;
    }
}
