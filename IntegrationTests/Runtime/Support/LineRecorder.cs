using DichVuCong.Runtime.Recording;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>Writes what the saga published into a table of the tests' own; -13 breaks the table's check, -14 the connection.</summary>
internal sealed class LineRecorder : IRecorder
{
    public const string Table = "create table line (key text, text text check (text <> '-13'), id uuid primary key)";

    public string Endpoint => "lines";

    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        if (messages.Any(message => TextOf(message) == "-14")) batch.Connection!.Dispose();
        var command = new NpgsqlBatchCommand("insert into line select * from unnest($1, $2, $3)");
        command.Parameters.Add(new() { Value = messages.Select(message => message.Key).ToArray() });
        command.Parameters.Add(new() { Value = messages.Select(TextOf).ToArray() });
        command.Parameters.Add(new() { Value = messages.Select(message => message.Id).ToArray() });
        batch.BatchCommands.Add(command);
    }

    private static string TextOf(RecordedMessage message) => message.Message switch
    {
        Noted noted => noted.Number.ToString(),
        WriteLine line => line.Text,
        _ => throw new InvalidOperationException("Not a message of this recorder."),
    };
}
