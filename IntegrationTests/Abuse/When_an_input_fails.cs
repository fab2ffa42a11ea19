using System.Text;
using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Readers;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests;

/// <summary>A reader that is wrong on purpose is found out, and the input is made small, kept and put in again.</summary>
internal sealed class When_an_input_fails
{
    private static readonly ReaderTarget Wrong = new(
        "wrong", dice => ByteMutation.OfText(dice, JsonMutation.Spoil(dice, Doc.Parse("""{"a":[1,2,{"b":"text"}],"c":null}"""))),
        bytes => bytes.AsSpan().IndexOf((byte)0) >= 0 ? throw new FormatException("NUL") : null);

    [Test]
    public async Task Should_be_found_and_made_small()
    {
        var run = new FuzzRun(1, [Wrong], log: null);

        await run.RunAsync(2_000);

        run.Failures.ShouldNotBeEmpty();
        run.Failures.ShouldAllBe(failure => failure.Rule.StartsWith("FormatException", StringComparison.Ordinal));
        run.Failures.ShouldContain(failure => failure.Input.Body.Length == 1, "one NUL is enough");
    }

    [Test]
    public void Should_be_the_same_again_with_the_same_seed()
    {
        foreach (var target in FuzzTargets.Readers.Concat(FuzzTargets.Endpoints(null)))
        {
            for (var number = 0; number < 20; number++)
            {
                var (first, second) = (target.Make(Dice.Of(7, target.Name, number)), target.Make(Dice.Of(7, target.Name, number)));
                second.Body.ShouldBe(first.Body, target.Name);
                second.Call?.Target.ShouldBe(first.Call?.Target);
            }
        }
    }

    [Test]
    public void Should_come_back_from_its_file_as_it_was()
    {
        var call = new HttpDraft("POST", "/v1/dossiers?a=%00", [("Host", "a"), ("X", "\u0001é")], Framing.Chunked);
        var folder = Path.Combine(Path.GetTempPath(), $"dvc-{Guid.NewGuid():N}");

        var read = FuzzFailure.Load(new FuzzFailure("x", 1, 2, "a rule", new FuzzInput(Encoding.UTF8.GetBytes("{\0}"), call)).Save(folder));

        read.Input.Body.ShouldBe(Encoding.UTF8.GetBytes("{\0}"));
        read.Input.Call.ShouldNotBeNull();
        read.Input.Call.Write(read.Input.Body, text => text).ShouldBe(call.Write(read.Input.Body, text => text));
        Directory.Delete(folder, recursive: true);
    }

    [TestCase(500, "", "text/plain", false)]
    [TestCase(503, """{"code":"busy","title":"x","status":503}""", "application/problem+json", false)]
    [TestCase(400, """{"code":"malformed","title":"x","status":400}""", "application/problem+json", false)]
    [TestCase(400, """{"code":"malformed","title":"x","status":400,"field":"a","detail":"b"}""", "application/problem+json", true)]
    [TestCase(422, """{"code":"technical-conditions","title":"x","status":422,"deficiencies":[{"field":"","code":"a","message":"b"}]}""", "application/problem+json", false)]
    [TestCase(404, """{"code":"not-found","title":"x zqBiMatzq","status":404}""", "application/problem+json", false)]
    [TestCase(400, "", "", false)]
    public void Should_be_judged_by_the_agreed_shape(int status, string body, string type, bool isRight)
    {
        var answer = new RawAnswer(status, new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = type }, Encoding.UTF8.GetBytes(body));

        (AnswerRules.Broken(answer, AnswerShape.Portal) is null).ShouldBe(isRight);
    }
}
