using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests;

/// <summary>Whatever takes input from outside is fuzzed: what is new and has no generator fails here.</summary>
internal sealed class When_everything_is_listed
{
    [Test]
    public async Task Should_have_inputs_for_every_endpoint_of_the_gateway()
    {
        var host = await SharedHost.GetAsync();

        FuzzTargets.Endpoints(null).SelectMany(target => target.Covers).Order(StringComparer.Ordinal).ShouldBe(host.Endpoints.Order(StringComparer.Ordinal));
    }

    [Test]
    public void Should_have_inputs_for_every_reader_of_the_adapters() =>
        FuzzTargets.Readers.SelectMany(target => target.Covers).Distinct().Order(StringComparer.Ordinal).ShouldBe(ProductReaders.All);
}
