using DichVuCong.Testing;
using Microsoft.Playwright;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>Pictures of what the tests saw, in the git-ignored folder <c>.local/screenshots</c>.</summary>
internal static class Screenshots
{
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(
        new PageScreenshotOptions { Path = Path.Combine(TestCluster.Root, ".local", "screenshots", $"{name}.png"), FullPage = true });
}
