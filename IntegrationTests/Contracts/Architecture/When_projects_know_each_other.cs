namespace DichVuCong.Contracts.Tests.Architecture;

internal sealed class When_projects_know_each_other
{
    private static IEnumerable<Project> All => Projects.All;

    private static IEnumerable<Project> Pure => Projects.All.Where(project => project.Room is Rooms.Contracts or Rooms.Saga);

    [TestCaseSource(nameof(All))]
    public void Should_know_only_what_lies_below(Project project) =>
        project.References.Where(reference => !Rooms.MayKnow(project.Path, reference)).ShouldBeEmpty();

    [TestCaseSource(nameof(Pure))]
    public void Should_need_no_package_in_what_is_pure(Project project) => project.Packages.ShouldBeEmpty();

    [TestCaseSource(nameof(All))]
    public void Should_be_built_with_the_solution(Project project) => Projects.SolutionText.ShouldContain($"\"{project.Path}\"");

    [Test]
    public void Should_have_found_the_rooms()
    {
        foreach (var room in Rooms.All) Projects.All.ShouldContain(project => project.Room == room);
        Projects.All.ShouldContain(project => project.References.Count > 0);
        Projects.All.ShouldContain(project => project.Packages.Count > 0);
    }

    [TestCase("Saga/S.csproj", "Adapters/A/A.csproj")]
    [TestCase("Adapters/A/A.csproj", "Saga/S.csproj")]
    [TestCase("Adapters/A/A.csproj", "Adapters/B/B.csproj")]
    [TestCase("Contracts/Model/M.csproj", "Saga/S.csproj")]
    [TestCase("Hosts/Runtime/R.csproj", "Saga/S.csproj")]
    [TestCase("Hosts/Runtime/R.csproj", "Hosts/Registries/R.csproj")]
    [TestCase("Hosts/Worker/W.csproj", "IntegrationTests/Testing/T.csproj")]
    public void Should_not_look_up(string project, string other) => Rooms.MayKnow(project, other).ShouldBeFalse();
}
