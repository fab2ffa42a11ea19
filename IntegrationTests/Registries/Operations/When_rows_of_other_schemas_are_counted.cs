using System.Text.Json.Serialization;
using DichVuCong.Messaging;
using DichVuCong.Registries.Operations;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Schema;
using DichVuCong.Testing;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed partial class When_rows_of_other_schemas_are_counted
{
    /// <summary>Of schemas 1 to 4 two messages each are queued, and one state each is stored.</summary>
    private const string Rows =
        """
        insert into bus.word (kind, name) values ('type', 'test.said.v1'), ('type', 'test.unknown.v1'), ('endpoint', 'sayings');
        insert into bus.ready (lane, flow, id, type, schema, endpoint, key, conversation, sent_at, body)
        select 1, 1, gen_random_uuid(), w.id, s.schema, 1, 'k', gen_random_uuid(), now(), '{}'
        from bus.word w, generate_series(1, 4) s(schema), generate_series(1, 2) where w.kind = 'type';
        insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
        select s.schema, w.id, s.schema::text, 1, 1, s.schema, now(), '{}' from bus.word w, generate_series(1, 4) s(schema) where w.kind = 'endpoint'
        """;

    [Test]
    public async Task Should_tell_older_from_newer_and_from_those_that_nobody_reads()
    {
        await using var database = await TestDatabase.CreateAsync(MigrationSet.Of("bus", typeof(RuntimeHost).Assembly));
        await using (var insert = database.Source.CreateCommand(Rows)) await insert.ExecuteNonQueryAsync();

        var results = await new SchemaCheck(database.Source, Build()).RunAsync(CancellationToken.None);

        results.Select(result => (result.Level, result.What, result.Found)).ShouldBe(
        [
            (CheckLevel.Advice, "rows of older schemas", "test.said.v1 2: 2, sayings 2: 1"),
            (CheckLevel.Advice, "rows of newer schemas", "test.said.v1 4: 2, sayings 4: 1"),
            (CheckLevel.Refused, "rows that no build reads", "test.said.v1 1: 2, sayings 1: 1"),
        ]);
    }

    [Test]
    public async Task Should_find_nothing_where_nothing_is()
    {
        await using var database = await TestDatabase.CreateAsync(MigrationSet.Of("bus", typeof(RuntimeHost).Assembly));

        var results = await new SchemaCheck(database.Source, Build()).RunAsync(CancellationToken.None);

        results.ShouldAllBe(result => result.Level == CheckLevel.Good);
    }

    private static Topology Build() => new Topology()
        .Message(new MessageType<Said>("test.said.v1", SaidJson.Default.Said, said => said.Key, schema: 3).Lift(from: 2, body => body))
        .Saga(new SagaDefinition<Said>("sayings", SaidJson.Default.Said, stateSchema: 3).Lift(from: 2, state => state));

    internal sealed record Said(string Key);

    [JsonSerializable(typeof(Said))]
    internal sealed partial class SaidJson : JsonSerializerContext;
}
