using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>What was decided once is decided again, in the same states, with the same effects.</summary>
internal sealed class When_histories_are_replayed
{
    private static IEnumerable<GoldenFile> Latest => GoldenFile.LatestIn(History.Folder);

    private static IEnumerable<GoldenFile> Older => GoldenFile.In(History.Folder).Except(Latest);

    private static IEnumerable<string> Names => Scripts.All().Select(script => script.Name);

    [TestCaseSource(nameof(Latest))]
    public void Should_lead_to_the_same_states_and_effects(GoldenFile file) =>
        GoldenFile.Check(History.Folder, file.Name, History.Of(file).Replayed().ToJson());

    [TestCaseSource(nameof(Names))]
    public void Should_be_recorded(string name)
    {
        if (GoldenFile.In(History.Folder).Any(file => file.Name == name)) return;
        GoldenFile.Check(History.Folder, name, Scripts.All().Single(script => script.Name == name).History.ToJson());
    }

    /// <summary>A history may be decided otherwise by now; its messages and states are still in databases, and sagas in flight go on from them.</summary>
    [Test]
    public void Should_go_on_from_every_state_that_was_ever_recorded()
    {
        var states = 0;
        foreach (var history in Older.Concat(Latest).Select(History.Of))
        {
            for (var step = 0; step + 1 < history.Steps.Count; step++, states++)
            {
                var (stored, next) = (history.Steps[step], history.Steps[step + 1]);
                new Player(history.Saga).From(stored.State, stored.StateSchema).Play(next.Now, next.Calendar, next.Message);
            }
        }

        states.ShouldBeGreaterThan(100);
    }

    [Test]
    public void Should_show_every_line_that_differs()
    {
        var difference = LineDiff.Of("a\nb\nc\nd\ne\nf\ng\nh", "a\nb\nc\nX\ne\nf\ng\nh\ni");

        difference.ShouldBe("  a\n  b\n  c\n- d\n+ X\n  e\n  f\n  g\n  h\n+ i\n");
        LineDiff.Of("same\nlines", "same\nlines").ShouldNotContain("-");
    }

    [Test]
    public void Should_notice_a_decision_that_has_changed()
    {
        var history = History.Of(Latest.Single(file => file.Name == "dossiers-supplement"));
        var changed = history with { Steps = [.. history.Steps.Select((step, index) => index == 0 ? step with { Now = step.Now.AddMinutes(1) } : step)] };

        GoldenFolder.Text(changed.Replayed().ToJson()).ShouldNotBe(GoldenFolder.Text(changed.ToJson()));
        Should.Throw<SchemaNotUnderstoodException>(() => (history.Steps[0].Message with { Schema = 99 }).Read());
    }
}
