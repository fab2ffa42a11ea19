using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DichVuCong.Messaging;

namespace DichVuCong.Contracts.Tests.Model;

internal sealed partial class When_a_shape_is_old
{
    [TestCase(1, """{"key":"k","words":"a b"}""")]
    [TestCase(2, """{"key":"k","text":"a b"}""")]
    [TestCase(3, """{"key":"k","text":"a b","language":"vi"}""")]
    public void Should_be_lifted_to_the_newest(short schema, string body) =>
        Type().Read(Encoding.UTF8.GetBytes(body), schema).ShouldBe(new Said("k", "a b", "vi"));

    [TestCase(0, false)]
    [TestCase(4, true)]
    public void Should_not_be_guessed_at_when_nobody_lifts_it(short schema, bool isOfNewerBuild)
    {
        var failure = Should.Throw<SchemaNotUnderstoodException>(() => Type().Read("""{"key":"k"}"""u8, schema));

        failure.Schema.ShouldBe(schema);
        failure.IsOfNewerBuild.ShouldBe(isOfNewerBuild);
        Type().Understands(schema).ShouldBeFalse();
        Type().Shapes.IsOfNewerBuild(schema).ShouldBe(isOfNewerBuild);
    }

    [Test]
    public void Should_say_what_it_understands()
    {
        var type = Type();

        (type.Schema, type.Shapes.Oldest).ShouldBe(((short)3, (short)1));
        Enumerable.Range(1, 3).ShouldAllBe(schema => type.Understands((short)schema));
        new MessageType<Said>("test.said.v1", SaidJson.Default.Said, said => said.Key, schema: 3).Shapes.Oldest.ShouldBe((short)3, "without lifts only its own");
    }

    [Test]
    public void Should_be_written_until_all_understand_the_newest()
    {
        var type = Type().WritesWhenAllUnderstand(body =>
        {
            body.Remove("language");
            return body;
        });
        var said = new Said("k", "xin chào", "vi");

        type.Shapes.WrittenWhen(understoodByAll: 0).ShouldBe((short)2);
        type.Shapes.WrittenWhen(understoodByAll: 2).ShouldBe((short)2);
        type.Shapes.WrittenWhen(understoodByAll: 3).ShouldBe((short)3);
        type.Shapes.WrittenWhen(understoodByAll: 4).ShouldBe((short)3);
        using var written = JsonDocument.Parse(type.Write(said, 2));
        written.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(["key", "text"]);
        type.Read(type.Write(said, 2), 2).ShouldBe(said);
        Should.Throw<ArgumentOutOfRangeException>(() => type.Write(said, 1));
    }

    [Test]
    public void Should_not_be_written_before_all_understand_unless_that_is_declared() => Type().Shapes.WrittenWhen(understoodByAll: 0).ShouldBe((short)3);

    [Test]
    public void Should_not_be_cut_off_by_a_lift_that_is_missing()
    {
        var gap = new MessageType<Said>("test.said.v1", SaidJson.Default.Said, said => said.Key, schema: 3).Lift(from: 1, body => body);

        Should.Throw<InvalidOperationException>(() => new Topology().Message(gap)).Message.ShouldBe("test.said.v1 is lifted from 1, but not from 2.");
        Should.Throw<ArgumentException>(() => Type().Lift(from: 2, body => body));
        Should.Throw<ArgumentOutOfRangeException>(() => Type().Lift(from: 3, body => body));
        Should.Throw<InvalidOperationException>(() => new MessageType<Said>("x", SaidJson.Default.Said, said => said.Key, schema: 2).WritesWhenAllUnderstand(body => body));
    }

    [Test]
    public void Should_be_lifted_when_it_is_a_state()
    {
        var saga = new SagaDefinition<Said>("sayings", SaidJson.Default.Said, stateSchema: 2).Lift(from: 1, Rename);

        saga.ReadState("""{"key":"k","words":"a","language":"vi"}"""u8, 1).ShouldBe(new Said("k", "a", "vi"));
        saga.Understands(1).ShouldBeTrue();
        Should.Throw<SchemaNotUnderstoodException>(() => saga.ReadState("{}"u8, 3));
    }

    private static MessageType<Said> Type() => new MessageType<Said>("test.said.v1", SaidJson.Default.Said, said => said.Key, schema: 3)
        .Lift(from: 1, Rename)
        .Lift(from: 2, body =>
        {
            body["language"] = "vi";
            return body;
        });

    private static JsonObject Rename(JsonObject body)
    {
        var words = body["words"]!.DeepClone();
        body.Remove("words");
        body["text"] = words;
        return body;
    }

    internal sealed record Said(string Key, string Text, string? Language);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Said))]
    internal sealed partial class SaidJson : JsonSerializerContext;
}
