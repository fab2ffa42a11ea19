using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Formats;

/// <summary>
/// The bodies of all messages, as they are stored: with every field and with the least. A body that changes needs a new schema and a lift;
/// bodies of older schemas stay readable for as long as the type says that it understands them.
/// </summary>
internal sealed class When_messages_are_written
{
    private const string Folder = "messages";

    private static IEnumerable<string> Names => SystemTopology.Sagas.Messages.Select(type => type.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<GoldenFile> EverRecorded => GoldenFile.In(Folder);

    [TestCaseSource(nameof(Names))]
    public void Should_look_as_they_always_did(string name)
    {
        var type = SystemTopology.Sagas.TypeNamed(name)!;

        GoldenFile.Check(Folder, $"{name}.schema-{type.Schema}", new JsonObject { ["full"] = BodyOf(type, Instances.Full), ["minimal"] = BodyOf(type, Instances.Minimal) });
    }

    [TestCaseSource(nameof(Names))]
    public void Should_be_read_as_they_were_meant(string name)
    {
        var type = SystemTopology.Sagas.TypeNamed(name)!;
        foreach (var message in new[] { Instances.Full(type.ClrType), Instances.Minimal(type.ClrType) })
        {
            Encoding.UTF8.GetString(type.Write(type.Read(type.Write(message)))).ShouldBe(Encoding.UTF8.GetString(type.Write(message)));
        }
    }

    [TestCaseSource(nameof(EverRecorded))]
    public void Should_be_readable_as_long_as_their_schema_is_understood(GoldenFile file)
    {
        var (name, schema) = Parse(file.Name);
        var type = SystemTopology.Sagas.TypeNamed(name).ShouldNotBeNull("a message type is never taken away while bodies of it may be stored");
        foreach (var body in file.Json.Select(body => Encoding.UTF8.GetBytes(body.Value!.ToJsonString())))
        {
            if (type.Understands(schema)) type.KeyOf(type.Read(body, schema)).ShouldNotBeNullOrEmpty();
            else Should.Throw<SchemaNotUnderstoodException>(() => type.Read(body, schema));
        }
    }

    [Test]
    public void Should_be_recorded_in_every_schema_that_is_understood() => SystemTopology.Sagas.Messages
        .SelectMany(type => Enumerable.Range(type.Shapes.Oldest, type.Schema - type.Shapes.Oldest + 1).Select(schema => (type.Name, (short)schema)))
        .Except(EverRecorded.Select(file => Parse(file.Name)))
        .ShouldBeEmpty();

    [Test]
    public void Should_keep_contents_of_dossiers_as_they_were() => GoldenFile.Check(
        "contents",
        "dossier-content",
        new JsonObject
        {
            ["full"] = ContentOf(Instances.Full(typeof(DossierContent))),
            ["minimal"] = ContentOf(Instances.Minimal(typeof(DossierContent))),
        });

    [Test]
    public void Should_read_contents_that_were_ever_stored()
    {
        var bodies = GoldenFile.In("contents").SelectMany(file => file.Json).ToList();

        bodies.Count.ShouldBeGreaterThan(1);
        foreach (var (_, body) in bodies)
        {
            System.Text.Json.JsonSerializer.Deserialize(body!.ToJsonString(), DossierContentJson.Default.DossierContent)!.Dossier.Value.ShouldNotBeNullOrEmpty();
        }
    }

    private static JsonNode BodyOf(MessageType type, Func<Type, object> make) => JsonNode.Parse(type.Write(make(type.ClrType)))!;

    private static JsonNode ContentOf(object content) =>
        System.Text.Json.JsonSerializer.SerializeToNode((DossierContent)content, DossierContentJson.Default.DossierContent)!;

    private static (string Name, short Schema) Parse(string file)
    {
        var mark = file.LastIndexOf(".schema-", StringComparison.Ordinal);
        return (file[..mark], short.Parse(file.AsSpan(mark + ".schema-".Length), System.Globalization.CultureInfo.InvariantCulture));
    }
}
