using DichVuCong.Adapters.VNPost;
using DichVuCong.Adapters.VNPost.Places;
using DichVuCong.Adapters.VNPost.Tracking;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;
using DichVuCong.VNPost.Tests.Doubles;

namespace DichVuCong.VNPost.Tests;

internal sealed class When_tables_are_read
{
    private static readonly DateOnly Before = new(2025, 6, 30);
    private static readonly DateOnly Since = new(2025, 7, 1);

    private static readonly PostPlaces Places = PostPlaces.Read(file: null);

    /// <summary>Five codes that mean another province since the mergers.</summary>
    [TestCase("15", 32, 33), TestCase("24", 23, 22), TestCase("44", 51, 52), TestCase("52", 59, 60), TestCase("80", 85, 84)]
    public void Should_mean_by_a_code_what_it_meant_on_the_day(string province, int before, int since)
    {
        Places.Find(new Place(province), Before)!.Province.ShouldBe(before);
        Places.Find(new Place(province, "00001"), Since)!.Province.ShouldBe(since);
    }

    [Test]
    public void Should_have_34_provinces_since_the_mergers_and_none_of_the_others()
    {
        var codes = Enumerable.Range(1, 99).Select(number => number.ToString("D2")).ToList();

        codes.Count(code => Places.Find(new Place(code), Since) is not null).ShouldBe(34);
        codes.Count(code => Places.Find(new Place(code), Before) is not null).ShouldBe(63);
        codes.Select(code => Places.Find(new Place(code), Since)).OfType<PostPlace>().ShouldAllBe(place => place.District == null);
        codes.Select(code => Places.Find(new Place(code), Since)?.Province).OfType<int>().ShouldBeUnique();
    }

    [Test]
    public void Should_take_a_communes_own_row_before_its_provinces()
    {
        using var file = new TemporaryFile("province_code,commune_code,vnpost_province,vnpost_district,valid_from,valid_to\n01,*,10,,,\n01,00004,11,1101,2025-01-01,2025-06-30\n");
        var places = PostPlaces.Read(file.Path);

        places.Find(new Place("01", "00004"), Before).ShouldBe(new PostPlace(11, 1101));
        places.Find(new Place("01", "00004"), Since).ShouldBe(new PostPlace(10, null));
        places.Find(new Place("01", "00008"), Before).ShouldBe(new PostPlace(10, null));
    }

    [Test]
    public void Should_find_the_point_of_the_nearest_body()
    {
        var points = PostPoints.Read(file: null);

        points.Find(AgencyCode.Parse("H29.101.7"), Since).ShouldBe(points.Find(AgencyCode.Parse("H29"), Since));
        points.Find(AgencyCode.Parse("H29"), Since).ShouldNotBeNull();
        points.Find(AgencyCode.Parse("H29"), Before).ShouldBeNull();
    }

    [Test]
    public void Should_know_the_code_that_ends_an_order() => StatusCodes.Read(file: null).Find("4").ShouldBe(ParcelState.Delivered);

    [TestCase("code,state\n1,created\n1,failed\n", "status-codes.csv: the code 1 stands there twice.")]
    [TestCase("code,state\n1,7\n", "status-codes.csv: '7' of code 1 is no state of a parcel.")]
    [TestCase("code\n1\n", "the column state is missing.")]
    public void Should_name_what_is_wrong_with_a_table(string text, string error)
    {
        using var file = new TemporaryFile(text);

        Should.Throw<VnPostTableException>(() => StatusCodes.Read(file.Path)).Message.ShouldEndWith(error);
    }

    [Test]
    public void Should_name_every_setting_that_is_wrong()
    {
        new VnPostSettings().Validate(isDevelopment: false).Select(problem => problem.Split(' ')[0])
            .ShouldBe(["VnPost:BaseUrl", "VnPost:TokenUrl", "VnPost:ConsumerKey", "VnPost:ConsumerSecret", "VnPost:CustomerCode", "VnPost:PointsFile"]);
        var settings = PostBench.Settings(new Uri("http://localhost"));
        settings.Validate(isDevelopment: true).ShouldBeEmpty();
        settings.Validate(isDevelopment: false).ShouldContain(problem => problem.StartsWith("VnPost:BaseUrl"), "no http outside Development");
        new VnPostSettings { ConsumerKey = VnPostSettings.DevelopmentKey }.Validate(isDevelopment: false).ShouldContain(problem => problem.Contains("refused outside Development"));
        settings.ToString().ShouldNotContain("bimat");
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.csv");

        public void Dispose() => File.Delete(Path);
    }
}
